/** Why an operation was given up, in the real provider's words. */
export function abortReason(signal: AbortSignal): Error {
  const reason: unknown = signal.reason;
  if (reason instanceof Error && reason.name === "TimeoutError") {
    return Object.assign(new Error("operation timed out", { cause: reason }), { name: reason.name });
  }
  return reason instanceof Error ? reason : new Error("operation was canceled");
}
