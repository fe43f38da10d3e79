import assert from "node:assert/strict";
import {
  parseImageReference,
  refuseImage,
  versionOf,
} from "../../../../../components/kubernetes/workload/image-reference.ts";

const digest = `sha256:${"0123456789abcdef".repeat(4)}`;

describe("image reference", () => {
  it("is taken apart", () => {
    assert.deepEqual(parseImageReference("docker.io/nginx/nginx-ingress:5.5.4"), {
      repository: "docker.io/nginx/nginx-ingress",
      tag: "5.5.4",
      digest: undefined,
    });
    assert.deepEqual(parseImageReference(`localhost:5000/app@${digest}`), {
      repository: "localhost:5000/app",
      tag: undefined,
      digest,
    });
    assert.equal(parseImageReference(`app:1@${digest}`)?.tag, "1");
    for (const text of ["", "UPPER//x:1", "app:", "app:1:2", "app@sha256:12", "app name:1"]) {
      assert.equal(parseImageReference(text), undefined, text);
    }
  });

  it("is accepted with a tag or a digest", () => {
    for (const image of [
      "app:1.0.0",
      "example.azurecr.io/team/app:2026-11-21",
      `app@${digest}`,
      `app:latest@${digest}`,
    ]) {
      assert.deepEqual(refuseImage("image", image), [], image);
    }
  });

  it("is refused when it can change under a running system", () => {
    for (const image of [
      "app",
      "app:latest",
      "localhost:5000/app",
      "example.azurecr.io/app:latest",
      "not an image",
    ]) {
      const [refusal] = refuseImage("image", image);
      assert.equal(refusal?.value, image);
    }
    assert.match(refuseImage("image", "team/app:latest")[0]?.remedy ?? "", /team\/app:1\.0\.0/);
  });

  it("gives a version that a label can hold", () => {
    assert.equal(versionOf("app:1.4.2"), "1.4.2");
    assert.equal(versionOf(`app@${digest}`), "sha256-0123456789ab");
    assert.equal(versionOf(`app:${"a".repeat(62)}..z`).length, 62);
    for (const image of ["app:1.4.2", `app@${digest}`, `app:${"a".repeat(62)}--z`]) {
      assert.match(versionOf(image), /^[A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?$/);
    }
  });
});
