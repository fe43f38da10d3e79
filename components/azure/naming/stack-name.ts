import * as pulumi from "@pulumi/pulumi";
import type { NameRule } from "./name-rules.ts";
import { uniqueName } from "./unique-name.ts";

/**
 * The default name of a globally unique resource: the component's name and a hash of project and stack. The organization
 * is left out, because it changes when a stack moves to another backend, and its data must not. Where the name is taken, for
 * one because another subscription has the same project and stack, pass a name.
 */
export function stackName(rule: NameRule, componentName: string): string {
  return uniqueName(rule, componentName, [pulumi.getProject(), pulumi.getStack()]);
}
