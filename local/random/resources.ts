/** The resource types of the package, by their tokens. */
import { randomBytes } from "./bytes.ts";
import { randomId } from "./identifier.ts";
import { randomInteger } from "./integer.ts";
import { randomPet } from "./pet.ts";
import type { RandomResource } from "./resource.ts";
import { randomShuffle } from "./shuffle.ts";
import { randomPassword, randomString } from "./text.ts";
import { randomUuid, randomUuid4, randomUuid7 } from "./uuid.ts";

/** All types of `@pulumi/random` 4.21. */
export const randomResources: ReadonlyMap<string, RandomResource> = new Map([
  ["random:index/randomBytes:RandomBytes", randomBytes],
  ["random:index/randomId:RandomId", randomId],
  ["random:index/randomInteger:RandomInteger", randomInteger],
  ["random:index/randomPassword:RandomPassword", randomPassword],
  ["random:index/randomPet:RandomPet", randomPet],
  ["random:index/randomShuffle:RandomShuffle", randomShuffle],
  ["random:index/randomString:RandomString", randomString],
  ["random:index/randomUuid:RandomUuid", randomUuid],
  ["random:index/randomUuid4:RandomUuid4", randomUuid4],
  ["random:index/randomUuid7:RandomUuid7", randomUuid7],
]);
