/** The answer of a function as the engine takes it: an object. */
import { isMap, type PropertyMap, type PropertyValue } from "../../provider/values.ts";

/** The property that holds an answer which is no object. */
const singleValue = "value";

export function invokeOutputs(answer: PropertyValue): PropertyMap {
  return isMap(answer) ? answer : { [singleValue]: answer };
}
