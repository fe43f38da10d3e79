/** Tells a person what is being done, how much of it is done, and how long it has taken. */
export interface Progress {
  /** Announces a piece of work. */
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
  readonly startedAt: number;
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
  let begun = 0;
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
  const draw = (): void => {
    const width = (terminal.columns ?? 80) - 1;
    const text = `[${finished} of ${begun} done] ${[...running].map(describe).join(" · ")}`;
    erase();
    terminal.write(text.length > width ? `${text.slice(0, width - 1)}…` : text);
    drawn = true;
  };
  const tick = (): void => {
    if (interactive) draw();
    else for (const task of running) line(`  … ${describe(task)}`);
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
      const task: RunningTask = { title, startedAt: now(), detail: "" };
      running.add(task);
      begun += 1;
      if (timer === undefined) timer = setInterval(tick, interval).unref();
      if (interactive) draw();
      else line(`  ${title} …`);
      return {
        update(detail) {
          task.detail = detail;
        },
        done(detail) {
          if (!remove(task)) return;
          finished += 1;
          const result = detail === undefined ? "" : ` ${detail}`;
          line(`  [${finished} of ${begun}] ${title}${result}, ${elapsed(now() - task.startedAt)}`);
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
