import assert from "node:assert/strict";
import { parseImageReference } from "../../../local/docker/image-reference.ts";

describe("an image's name", () => {
  it("says registry and repository", () => {
    const valid = {
      "platform1a2b.azurecr.io/idea:0123456789ab": [
        "platform1a2b.azurecr.io",
        "platform1a2b.azurecr.io/idea",
      ],
      "localhost:5000/team/idea": ["localhost:5000", "localhost:5000/team/idea"],
      "localhost/idea": ["localhost", "localhost/idea"],
      [`docker.io/a/b_c.d-e__f:1@sha256:${"0".repeat(64)}`]: ["docker.io", "docker.io/a/b_c.d-e__f"],
    };
    for (const [name, [registry, repository]] of Object.entries(valid)) {
      assert.deepEqual(parseImageReference(name), { registry, repository }, name);
    }
  });

  it("is none without a registry, or when it breaks the grammar", () => {
    for (const name of [
      "idea",
      "team/idea:1",
      "docker.io/Idea",
      "docker.io/idea:",
      "docker.io/a//b",
      "https://docker.io/a",
      "docker.io/a b",
      "-x.io/a",
      "docker.io/--help",
      "",
    ]) {
      assert.equal(parseImageReference(name), undefined, name);
    }
  });
});
