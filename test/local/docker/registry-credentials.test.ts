import assert from "node:assert/strict";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { configurationWith, withCredentials } from "../../../local/docker/registry-credentials.ts";

const credentials = { registry: "r.example.com", username: "me", password: "pass:word" };
const auth = Buffer.from("me:pass:word").toString("base64");

describe("credentials for a registry", () => {
  it("take the place of what the user's configuration has for it, and of nothing else", () => {
    const own = {
      auths: { "r.example.com": { auth: "old" }, "other.example.com": { auth: "kept" } },
      credsStore: "desktop",
      credHelpers: { "r.example.com": "acr" },
      currentContext: "remote",
    };
    assert.deepEqual(JSON.parse(configurationWith(JSON.stringify(own), credentials)), {
      auths: { "r.example.com": { auth }, "other.example.com": { auth: "kept" } },
      credsStore: "desktop",
      credHelpers: { "r.example.com": "" },
      currentContext: "remote",
    });
    assert.deepEqual(JSON.parse(configurationWith("{}", { ...credentials, registry: "docker.io" })), {
      auths: { "https://index.docker.io/v1/": { auth } },
      credHelpers: { "https://index.docker.io/v1/": "" },
    });
  });

  describe("for a command", () => {
    let own: string;
    const before = process.env["DOCKER_CONFIG"];

    beforeEach(() => {
      own = mkdtempSync(join(tmpdir(), "own-docker-"));
      process.env["DOCKER_CONFIG"] = own;
    });
    afterEach(() => {
      rmSync(own, { recursive: true });
      if (before === undefined) {
        delete process.env["DOCKER_CONFIG"];
      } else {
        process.env["DOCKER_CONFIG"] = before;
      }
    });

    it("are readable by this user alone, beside the user's plugins, and gone afterwards, whatever happens", async () => {
      mkdirSync(join(own, "cli-plugins"));
      writeFileSync(join(own, "cli-plugins", "docker-buildx"), "");
      writeFileSync(join(own, "config.json"), JSON.stringify({ currentContext: "remote" }));
      let folder = "";
      const run = withCredentials(credentials, (environment) => {
        folder = environment["DOCKER_CONFIG"] ?? "";
        assert.notEqual(folder, own);
        assert.equal(statSync(folder).mode & 0o077, 0);
        assert.equal(statSync(join(folder, "config.json")).mode & 0o077, 0);
        assert.ok(existsSync(join(folder, "cli-plugins", "docker-buildx")));
        const written = JSON.parse(readFileSync(join(folder, "config.json"), "utf8")) as {
          currentContext: string;
        };
        assert.equal(written.currentContext, "remote");
        return Promise.reject(new Error("the push failed"));
      });
      await assert.rejects(run, /the push failed/);
      assert.ok(!existsSync(folder));
      assert.ok(existsSync(join(own, "cli-plugins", "docker-buildx")));
      assert.deepEqual(JSON.parse(readFileSync(join(own, "config.json"), "utf8")), {
        currentContext: "remote",
      });
    });

    it("change nothing when the program gives none", async () => {
      assert.deepEqual(await withCredentials(undefined, (environment) => Promise.resolve(environment)), {});
    });
  });
});
