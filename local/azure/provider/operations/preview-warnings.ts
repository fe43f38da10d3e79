/** What Azure will refuse, said at the preview already: that is when a person wants to know. */
import type { PropertyMap } from "../../../provider/values.ts";
import type { ResourceSchema } from "../../metadata/schema.ts";
import { findings, findingText } from "../check/findings.ts";
import { ownNameRefusal } from "../check/name-refusal.ts";
import { bodyOf, previewBody } from "./body.ts";
import type { OperationContext } from "./context.ts";

export function warnAtPreview(type: ResourceSchema, inputs: PropertyMap, context: OperationContext): void {
  const { arm, schema, log } = context;
  for (const finding of findings(type.inputs, inputs, schema)) {
    log.warning(findingText(finding));
  }
  const name = ownNameRefusal(type, inputs);
  if (name !== undefined) {
    log.warning(`Azure will refuse this: InvalidResourceName: ${name}`);
  }
  const body = previewBody(bodyOf(type, inputs, schema));
  for (const message of arm.validate(type.token, body)) {
    log.warning(`Azure will refuse this: ${message}`);
  }
}
