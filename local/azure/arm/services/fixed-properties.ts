import { at } from "../body.ts";
import { badRequest, type Refusal } from "../refusal.ts";
import type { Write } from "../resource-type.ts";

/** Properties that stay as the resource was created with them. */
export function* propertyFixed(write: Write, properties: readonly string[]): Iterable<Refusal> {
  if (write.before === undefined) return;
  for (const property of properties) {
    const [was, is] = [at(write.before.body, property), at(write.body, property)];
    if (
      was === undefined ||
      is === undefined ||
      JSON.stringify(was).toLowerCase() === JSON.stringify(is).toLowerCase()
    )
      continue;
    yield badRequest(
      "PropertyChangeNotAllowed",
      `Changing property '${property}' of ${write.name} from ${JSON.stringify(was)} to ${JSON.stringify(is)} is not allowed.`,
    );
  }
}
