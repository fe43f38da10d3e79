/** The random plugin as a process, for the tests of one file. */
import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { Secret, type PropertyMap, type PropertyValue } from "../../../local/provider/values.ts";
import { startPlugin, type PluginProcess } from "../provider/plugin-process.ts";
import { ProviderClient, urnOf } from "../provider/provider-client.ts";

const main = fileURLToPath(new URL("../../../local/random/main.ts", import.meta.url));

/** The type token of a class of the SDK. */
export function tokenOf(className: string): string {
  return `random:index/${className.charAt(0).toLowerCase()}${className.slice(1)}:${className}`;
}

/** The text in a value that must be secret. */
export function secretText(value: PropertyValue | undefined): string {
  assert.ok(value instanceof Secret, "the value is not marked secret");
  assert.ok(typeof value.value === "string");
  return value.value;
}

/** The text in a value that must not be secret. */
export function openText(value: PropertyValue | undefined): string {
  assert.ok(typeof value === "string", `got ${JSON.stringify(value)}`);
  return value;
}

/** Starts the plugin before the tests of the surrounding block and ends it after them. */
export class RandomPlugin {
  #plugin: PluginProcess | undefined;
  #client: ProviderClient | undefined;

  constructor() {
    before(async () => {
      this.#plugin = await startPlugin(main);
      this.#client = new ProviderClient(this.#plugin.port);
    });
    after(async () => {
      this.#client?.close();
      await this.#plugin?.stop();
    });
  }

  get client(): ProviderClient {
    assert.ok(this.#client !== undefined, "the plugin does not run");
    return this.#client;
  }

  /** Checks, previews and creates a resource, as an update of a new stack does, and expects no difference afterwards. */
  async create(className: string, inputs: PropertyMap): Promise<{ id: string; outputs: PropertyMap }> {
    const { client } = this;
    const urn = urnOf(tokenOf(className));
    const checked = await client.check(urn, inputs);
    assert.deepEqual(checked.failures, []);
    const created = await client.create(urn, checked.inputs);
    const preview = await client.create(urn, checked.inputs, { preview: true });
    assert.equal(preview.id, "");
    assert.deepEqual(Object.keys(preview.outputs).sort(), Object.keys(created.outputs).sort());
    for (const [name, value] of Object.entries(created.outputs)) {
      const previewed = preview.outputs[name];
      assert.equal(previewed instanceof Secret, value instanceof Secret, `secrecy of ${name} in the preview`);
    }
    const unchanged = await client.diff(urn, created.id, checked.inputs, created.outputs, checked.inputs);
    assert.equal(unchanged.changes, false);
    return created;
  }
}
