import assert from "node:assert/strict";
import fc from "fast-check";
import { DatabaseEngine } from "../../../../../components/kubernetes/microservice/database-client.ts";
import type { EnvironmentSources } from "../../../../../components/kubernetes/microservice/environment.ts";
import {
  environment,
  refuseEnvironment,
} from "../../../../../components/kubernetes/microservice/environment.ts";

const bare: EnvironmentSources = { port: 8080, env: {}, database: undefined, kafka: undefined };
const database = {
  engine: DatabaseEngine.SqlServer,
  host: "sql",
  name: "organization",
  user: "org",
  cidrs: ["10.0.0.0/24"],
};
const kafka = {
  bootstrapServers: "k:9093",
  cidrs: ["10.0.1.0/24"],
  produces: ["a", "b"],
  consumes: [],
  consumerGroup: "g",
};
const refused = (env: Record<string, string>, sources = bare) =>
  refuseEnvironment({ ...sources, env }).map(({ property }) => property);

describe("environment of a service", () => {
  it("tells the port", () => {
    assert.deepEqual(environment(bare), [{ name: "PORT", value: "8080" }]);
  });

  it("tells the database and the Kafka link, without a password", () => {
    const variables = environment({ ...bare, database, kafka });
    assert.deepEqual(Object.fromEntries(variables.map((each) => [each.name, each.value])), {
      DATABASE_AUTHENTICATION: "entra",
      DATABASE_ENGINE: "sqlserver",
      DATABASE_HOST: "sql",
      DATABASE_NAME: "organization",
      DATABASE_PORT: "1433",
      DATABASE_SSL_MODE: "verify-full",
      DATABASE_USER: "org",
      KAFKA_BOOTSTRAP_SERVERS: "k:9093",
      KAFKA_CONSUMER_GROUP: "g",
      KAFKA_PRODUCES: "a,b",
      KAFKA_SASL_MECHANISM: "OAUTHBEARER",
      KAFKA_SECURITY_PROTOCOL: "SASL_SSL",
      PORT: "8080",
    });
  });

  it("does not depend on the order in which variables are written", () => {
    const name = fc.stringMatching(/^X[A-Z]{1,5}$/);
    fc.assert(
      fc.property(fc.uniqueArray(name), (names) => {
        const pairs = names.map((each) => [each, each] as const);
        const forwards = Object.fromEntries(pairs);
        const backwards = Object.fromEntries(pairs.reverse());
        assert.deepEqual(environment({ ...bare, env: forwards }), environment({ ...bare, env: backwards }));
      }),
    );
  });

  it("refuses names that are none, and names that other arguments set", () => {
    assert.deepEqual(refused({ "A-B": "1", "1A": "2", OK_1: "3" }), ['env["A-B"]', 'env["1A"]']);
    assert.deepEqual(refused({ PORT: "80" }), ['env["PORT"]']);
    assert.deepEqual(refused({ DATABASE_HOST: "x" }), []);
    assert.deepEqual(refused({ DATABASE_HOST: "x" }, { ...bare, database }), ['env["DATABASE_HOST"]']);
  });

  it("refuses names that promise a secret", () => {
    for (const name of [
      "DB_PASSWORD",
      "password",
      "API_KEY",
      "APIKEY",
      "SQL_CONNECTION_STRING",
      "TOKEN",
      "CLIENT_SECRET",
    ]) {
      assert.deepEqual(refused({ [name]: "x" }), [`env["${name}"]`]);
    }
    for (const name of ["TOKENIZER_PATH", "SECRETARY", "KEYBOARD", "PASSWORDLESS"]) {
      assert.deepEqual(refused({ [name]: "x" }), [], name);
    }
  });
});
