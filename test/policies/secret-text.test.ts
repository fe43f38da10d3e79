import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { isPlaceholder, namesSecret, readsAsSecret } from "../../policies/secret-text.ts";

/** Put together here, so that no scanner takes the test itself for a leak. */
const glued = (...parts: readonly string[]) => parts.join("");

describe("texts of secrets", () => {
  it("are expected behind names that end with what people call them", () => {
    for (const name of [
      "password",
      "adminPassword",
      "DB_PASSWORD",
      "client-secret",
      "apiKey",
      "connectionString",
      "sas.token",
    ])
      assert.ok(namesSecret(name), name);
  });

  it("are not expected behind names that only mention them", () => {
    const names = [
      "passwordPolicy",
      "secretName",
      "server-tokens",
      "keyVaultId",
      "tokenLifetime",
      "sshPublicKey",
      "PASSWORD_FILE",
    ];
    for (const name of names) assert.ok(!namesSecret(name), name);
  });

  it("are known by their looks", () => {
    const texts = [
      glued("-----BEGIN ", "EC PRIVATE KEY-----"),
      glued("Endpoint=sb://x.servicebus.windows.net/;SharedAccessKey", "=", "a".repeat(43)),
      glued("Server=x;User=app;Pass", "word=correct-horse;"),
      glued("amqp://app:", "correct-horse@broker.example.com"),
      glued("eyJhbGciOiJIUzI1NiJ9", ".", "eyJzdWIiOiIxMjM0NTYifQ.x"),
      glued("ghp", "_", "a".repeat(36)),
      glued("https://x.blob.core.windows.net/c?sv=1&sig", "=", "a".repeat(44)),
    ];
    for (const text of texts) assert.ok(readsAsSecret(text), text.slice(0, 20));
  });

  it("are told from what only says where a secret is", () => {
    const texts = [
      "https://vault.example.com/secrets/db",
      "-----BEGIN CERTIFICATE-----",
      "Server=x;Authentication=Active Directory Default;",
      "amqp://app:${PASSWORD}@broker.example.com",
      "password=$(PASSWORD)",
    ];
    for (const text of texts) assert.ok(!readsAsSecret(text), text);
    for (const text of ["", "true", "/run/secrets/db", "${PASSWORD}", "@Microsoft.KeyVault(x)", "1234567"])
      assert.ok(isPlaceholder(text), text);
  });
});
