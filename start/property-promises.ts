import rpc from "@pulumi/pulumi/runtime/rpc.js";

/**
 * Imported early, for its effect: the promises of a resource's outputs take no stack trace.
 *
 * The SDK makes four promises for every output that a resource type has, and notes for each where it was made, to name promises that
 * never end. That is some hundred traces per resource of azure-native, all with the same place: the resource's constructor.
 * PULUMI_DEBUG_PROMISE_LEAKS, which prints them, brings them back.
 */
if (process.env["PULUMI_DEBUG_PROMISE_LEAKS"] === undefined) {
  const transferProperties: unknown = Reflect.get(rpc, "transferProperties");
  if (typeof transferProperties === "function") {
    Reflect.set(rpc, "transferProperties", (...args: unknown[]): unknown => {
      const limit = Error.stackTraceLimit;
      Error.stackTraceLimit = 0;
      try {
        const resolvers: unknown = Reflect.apply(transferProperties, undefined, args);
        return resolvers;
      } finally {
        Error.stackTraceLimit = limit;
      }
    });
  }
}
