export { expectFail, expectPass, expectUndecided } from "./expect.ts";
export type { Subject, TestResource } from "./expect.ts";
export { secret, unknown } from "./wire.ts";
