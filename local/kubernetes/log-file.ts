import {
  closeSync,
  fstatSync,
  mkdirSync,
  openSync,
  readSync,
  renameSync,
  statSync,
  truncateSync,
} from "node:fs";
import path from "node:path";

/** From this size on a log is put aside when its process starts. */
const rotateAt = 1024 * 1024;
/** No log grows beyond this while its process runs. */
const longest = 16 * 1024 * 1024;

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

/**
 * Opens a log for appending. One that has grown to a mebibyte is kept as `<name>.1` first, in place of an older one.
 * The caller closes what it gets.
 */
export function openLog(file: string): number {
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  if (sizeOf(file) >= rotateAt) renameSync(file, `${file}.1`);
  return openSync(file, "a", 0o600);
}

/** Empties a log that has grown too long; its writer appends, so it goes on at the beginning. */
export function limitLog(file: string): void {
  if (sizeOf(file) > longest) truncateSync(file, 0);
}

/** The last lines of a log, for an error message; empty when there are none. */
export function tailOfLog(file: string, lines: number): string {
  if (sizeOf(file) === 0) return "";
  const descriptor = openSync(file, "r");
  try {
    const length = Math.min(fstatSync(descriptor).size, 16 * 1024);
    const buffer = Buffer.alloc(length);
    readSync(descriptor, buffer, 0, length, fstatSync(descriptor).size - length);
    return buffer.toString("utf8").trimEnd().split("\n").slice(-lines).join("\n");
  } finally {
    closeSync(descriptor);
  }
}
