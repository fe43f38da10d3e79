import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { recordStack } from "./recorded-stack.ts";

/** What a user reads about one argument. */
export interface RefusedArgument {
  readonly property: string;
  readonly reason: string;
}

/**
 * Constructs a component that must refuse its arguments, asserts that it registered nothing, and returns what it says.
 */
export async function refusedBy(construct: () => pulumi.ComponentResource): Promise<RefusedArgument[]> {
  let refused: RefusedArgument[] | undefined;
  const resources = await recordStack(() => {
    try {
      construct();
    } catch (error) {
      assert.ok(pulumi.InputPropertiesError.isInstance(error), String(error));
      refused = error.errors.map(({ propertyPath, reason }) => ({ property: propertyPath, reason }));
      for (const { property, reason } of refused) {
        assert.ok(error.message.includes(`${property}: ${reason}`), "the message lists every argument");
      }
    }
  });
  assert.ok(refused !== undefined, "the component accepted its arguments");
  assert.deepEqual(resources, [], "nothing is registered when arguments are refused");
  return refused;
}

/** The properties that a component refuses. */
export async function refusedProperties(construct: () => pulumi.ComponentResource): Promise<string[]> {
  return (await refusedBy(construct)).map(({ property }) => property);
}
