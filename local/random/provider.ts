/** The provider of the package `random`: values that are made once, kept in the state, and made anew when an input changes. */
import { sameValue } from "../provider/equality.ts";
import { NotImplementedError } from "../provider/errors.ts";
import type { PropertyDifference, ProviderImplementation } from "../provider/implementation.ts";
import { packageSchema } from "../provider/package-schema.ts";
import { toPlainMap } from "../provider/plain.ts";
import { checkInputs, withDefaults, withSecretsMarked } from "../provider/property-spec.ts";
import { Unknown, containsUnknown, type PropertyMap } from "../provider/values.ts";
import type { RandomResource } from "./resource.ts";
import { randomResources } from "./resources.ts";

/** The provider. Nothing exists outside of the engine's state, so there is nothing to update or to delete. */
export function randomProvider(version: string): ProviderImplementation {
  return {
    getSchema: () =>
      Promise.resolve(
        packageSchema("random", version, "Random values that are kept in the state.", randomResources),
      ),

    check: ({ type, inputs }) => {
      const resource = resourceOf(type);
      const failures = checkInputs(inputs, resource.inputs);
      if (failures.length === 0) {
        failures.push(...(resource.validate?.(known(withDefaults(inputs, resource.inputs))) ?? []));
      }
      return Promise.resolve({ inputs, failures });
    },

    diff: ({ type, oldInputs, inputs }) => {
      const specs = resourceOf(type).inputs;
      const before = withDefaults(oldInputs, specs);
      const after = withDefaults(inputs, specs);
      const differences: Record<string, PropertyDifference> = {};
      for (const name of Object.keys(specs)) {
        if (!sameValue(before[name], after[name])) {
          const kind = before[name] === undefined ? "add" : after[name] === undefined ? "delete" : "update";
          differences[name] = { kind, replace: true };
        }
      }
      return Promise.resolve({ changes: Object.keys(differences).length > 0, differences });
    },

    create: async ({ type, inputs, preview }) => {
      const resource = resourceOf(type);
      const complete = withDefaults(inputs, resource.inputs);
      if (preview) {
        return { outputs: previewed(resource, complete) };
      }
      const { id, values } = await resource.generate(toPlainMap(complete));
      return { id, outputs: withSecretsMarked({ ...complete, ...values }, resource.outputs) };
    },

    read: async ({ type, name, id, inputs, outputs }) => {
      const resource = resourceOf(type);
      if (inputs !== undefined || Object.keys(outputs).length > 0) {
        return { id, inputs, outputs: withSecretsMarked(outputs, resource.outputs) };
      }
      if (resource.fromImport === undefined) {
        throw new NotImplementedError(`${name}: a ${type} cannot be imported.`);
      }
      const imported = await resource.fromImport(id);
      const complete = withDefaults(imported.inputs, resource.inputs);
      return {
        id: imported.id,
        inputs: imported.inputs,
        outputs: withSecretsMarked({ ...complete, ...imported.values }, resource.outputs),
      };
    },

    delete: ({ type }) => {
      resourceOf(type);
      return Promise.resolve();
    },
  };
}

function resourceOf(type: string): RandomResource {
  const resource = randomResources.get(type);
  if (resource === undefined) {
    const known = [...randomResources.keys()].join(", ");
    throw new NotImplementedError(
      `not implemented in the local random plugin: ${type}. Implemented: ${known}.`,
    );
  }
  return resource;
}

/** The inputs that are known already, as plain values. */
function known(inputs: PropertyMap) {
  return toPlainMap(
    Object.fromEntries(Object.entries(inputs).filter(([, value]) => !containsUnknown(value))),
  );
}

/** The outputs before there is a value. */
function previewed(resource: RandomResource, inputs: PropertyMap): PropertyMap {
  const outputs: PropertyMap = { ...inputs };
  for (const name of Object.keys(resource.outputs)) {
    if (
      !Object.hasOwn(resource.inputs, name) ||
      (outputs[name] === undefined && resource.outputs[name]?.required)
    ) {
      outputs[name] = new Unknown();
    }
  }
  return withSecretsMarked(outputs, resource.outputs);
}
