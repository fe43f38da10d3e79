/**
 * The inputs after a resource was found changed: only what changed between the old and the new outputs goes into the old inputs, so that a default of Azure's that the program never
 * gave does not become an input. Source: the facts of area read.
 */
import { isMap, type PropertyMap, type PropertyValue } from "../../../provider/values.ts";
import { objectDifference, valueDifference, type ObjectDifference } from "../diff/difference.ts";

export function driftedInputs(
  inputs: PropertyMap,
  oldOutputs: PropertyMap,
  newOutputs: PropertyMap,
): PropertyMap {
  const difference = objectDifference(oldOutputs, newOutputs);
  return difference === undefined ? inputs : applied(inputs, difference);
}

function applied(inputs: PropertyMap, difference: ObjectDifference): PropertyMap {
  const result: PropertyMap = {};
  for (const [key, value] of Object.entries(inputs)) {
    if (!difference.deletes.has(key)) {
      result[key] = value;
    }
  }
  for (const [key, value] of difference.adds) {
    result[key] = value;
  }
  for (const [key, { before, after }] of difference.updates) {
    const input = result[key];
    result[key] = input === undefined ? after : driftedValue(input, before, after);
  }
  return result;
}

function driftedValue(input: PropertyValue, before: PropertyValue, after: PropertyValue): PropertyValue {
  if (isMap(input) && isMap(before) && isMap(after)) {
    return driftedInputs(input, before, after);
  }
  if (Array.isArray(input) && Array.isArray(before) && Array.isArray(after)) {
    return after.map((item, index) => {
      const oldInput = input[index];
      const oldItem = before[index];
      if (oldInput === undefined || oldItem === undefined) {
        return item;
      }
      return valueDifference(oldItem, item) === undefined ? oldInput : driftedValue(oldInput, oldItem, item);
    });
  }
  return after;
}
