/** Tells a person what is being done, how much of it is done, and how long it has taken. */
export interface Progress {
  /** Announces a piece of work: from now on it counts. It is shown, and its time runs, from its first update. */
  begin(title: string): Task;
}

export interface Task {
  /** What is going on, such as "412 of 1,930 packages". */
  update(detail: string): void;
  /** The work is done; the detail says with what result, where that is worth a word. */
  done(detail?: string): void;
  /** The work was given up. The reason is in the error that follows. */
  failed(): void;
}

/** Where progress is written; process.stderr is one. */
export interface Terminal {
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
  write(text: string): unknown;
}

export interface ProgressOptions {
  /** Milliseconds since some fixed moment. Default: the process's clock. */
  readonly now?: () => number;
  /** How often, in milliseconds, a line that is not a terminal's tells what is going on. Default: 20 s. */
  readonly heartbeat?: number;
}

/** How often the updating line of a terminal is redrawn. */
const redrawMilliseconds = 200;

interface RunningTask {
  readonly title: string;
  startedAt: number;
  begun: boolean;
  detail: string;
}

/**
 * Progress for people: on a terminal one line that updates itself and a line for each piece of work that is done; elsewhere (CI) plain
 * lines, one at begin and end of each piece and a sign of life in between.
 */
export function terminalProgress(terminal: Terminal, options: ProgressOptions = {}): Progress {
  const now = options.now ?? (() => performance.now());
  const interactive = terminal.isTTY === true;
  const interval = interactive ? redrawMilliseconds : (options.heartbeat ?? 20_000);
  const running = new Set<RunningTask>();
  let announced = 0;
  let finished = 0;
  let drawn = false;
  let timer: NodeJS.Timeout | undefined;

  const erase = (): void => {
    if (drawn) terminal.write("\r\u001b[K");
    drawn = false;
  };
  const line = (text: string): void => {
    erase();
    terminal.write(`${text}\n`);
  };
  const describe = (task: RunningTask): string =>
    `${task.title}${task.detail === "" ? "" : ` ${task.detail}`}, ${elapsed(now() - task.startedAt)}`;
  const active = (): RunningTask[] => [...running].filter((task) => task.begun);
  const draw = (): void => {
    // A terminal that does not know its width says 0.
    const width = (terminal.columns || 80) - 1;
    const text = `[${finished} of ${announced} done] ${active().map(describe).join(" · ")}`;
    erase();
    terminal.write(text.length > width ? `${text.slice(0, width - 1)}…` : text);
    drawn = true;
  };
  const tick = (): void => {
    if (interactive) draw();
    else for (const task of active()) line(`  … ${describe(task)}`);
  };
  const remove = (task: RunningTask): boolean => {
    if (!running.delete(task)) return false;
    if (running.size === 0) {
      clearInterval(timer);
      timer = undefined;
      erase();
    }
    return true;
  };

  return {
    begin(title) {
      const task: RunningTask = { title, startedAt: now(), begun: false, detail: "" };
      running.add(task);
      announced += 1;
      timer ??= setInterval(tick, interval).unref();
      return {
        update(detail) {
          task.detail = detail;
          if (task.begun) return;
          task.begun = true;
          task.startedAt = now();
          if (interactive) draw();
          else line(`  ${title} …`);
        },
        done(detail) {
          if (!remove(task)) return;
          finished += 1;
          const result = detail === undefined ? "" : ` ${detail}`;
          line(`  [${finished} of ${announced}] ${title}${result}, ${elapsed(now() - task.startedAt)}`);
          if (interactive && running.size > 0) draw();
        },
        failed() {
          if (remove(task)) line(`  ${title} failed, ${elapsed(now() - task.startedAt)}`);
        },
      };
    },
  };
}

/** Progress that nobody watches. */
export const silentProgress: Progress = {
  begin: () => ({ update: () => undefined, done: () => undefined, failed: () => undefined }),
};

/** Minutes and seconds, such as 2:05. */
export function elapsed(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
