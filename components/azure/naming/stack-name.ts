import * as pulumi from "@pulumi/pulumi";
import type { NameRule } from "./name-rules.ts";
import { uniqueName } from "./unique-name.ts";

/**
 * The default name of a globally unique resource: the component's name and a hash of organization, project and stack.
 * Two subscriptions with the same project and stack need names of their own: pass them.
 */
export function stackName(rule: NameRule, componentName: string): string {
  return uniqueName(rule, componentName, [pulumi.getOrganization(), pulumi.getProject(), pulumi.getStack()]);
}
