import type { Page, PageRequest, PageRow, ReadContext } from '../../domain/backend.ts';
import { GatewayError, isBackendFailure } from '../../domain/errors.ts';
import type { BackendFailureCode } from '../../domain/errors.ts';
import type { BackendName } from '../../domain/model.ts';
import { ENDED } from './cursor.ts';
import type { Place } from './cursor.ts';

/** One backend's part of a list. */
export interface ListSource<T> {
  readonly backend: BackendName;
  /** `null`: the backend cannot list these. */
  readonly list: ((request: PageRequest, context: ReadContext) => Promise<Page<T>>) | null;
  /** Whether a row belongs to the list; `null`: every row does. */
  readonly accepts: ((value: T) => boolean) | null;
  /** Rows that one call may bring; absent: not told. */
  readonly largestPage?: number | undefined;
}

/** What kept a backend from contributing (more) to a page. */
export interface WalkFailure {
  readonly code: BackendFailureCode;
  readonly error: GatewayError;
}

/**
 * Rows asked for at once where the gateway drops some of them. When they were not enough, few rows meet the filter, and
 * the backend's largest page saves most of the calls. A position behind every row makes it safe to use only the first few.
 */
const FILTERED_PAGE_SIZE = 100;

/** One backend's way through one page of a list: the rows taken so far, and where it stands. */
export class SourceWalk<T> {
  readonly source: ListSource<T>;
  /** Where it stood before this page. */
  readonly startedAt: Place;
  /** The rows taken, in the backend's order. */
  readonly rows: PageRow<T>[] = [];
  /** Behind the last row looked at, taken or not. */
  place: Place;
  failure: WalkFailure | null = null;
  /** Whether the backend answered at least once. */
  hasAnswered = false;

  /** Rows read and not yet looked at, and where the backend goes on behind them. */
  #unread: readonly PageRow<T>[] = [];
  #next = 0;
  #behindUnread: Place;

  /** A backend that cannot list says so on its first page and has ended on every other. */
  constructor(source: ListSource<T>, startsAt: Place) {
    this.source = source;
    if (source.list === null && startsAt === null) {
      const code = 'UNSUPPORTED_BY_BACKEND';
      this.failure = { code, error: this.#error(code, 'This backend has no such list.') };
    }
    this.startedAt = source.list === null ? ENDED : startsAt;
    this.place = this.startedAt;
    this.#behindUnread = this.startedAt;
  }

  /** Whether it may have more rows, and nothing keeps them from being read now. */
  get canGoOn(): boolean {
    return this.failure === null && this.place !== ENDED;
  }

  /**
   * Takes up to `count` more rows: fewer only when the backend ends or fails, which `place` and `failure` tell.
   *
   * @throws whatever is not a backend's failure, e.g. BAD_USER_INPUT for a position that the backend never gave out
   */
  async take(count: number, context: ReadContext): Promise<void> {
    const goal = this.rows.length + count;
    try {
      this.#look(goal);
      while (this.rows.length < goal && this.place !== ENDED) {
        await this.#read(goal - this.rows.length, this.place, context);
        this.#look(goal);
      }
    } catch (error) {
      if (!isBackendFailure(error)) throw error;
      this.failure = { code: error.code, error };
      if (error.code === 'UNSUPPORTED_BY_BACKEND') this.place = ENDED;
    }
  }

  /** Takes accepted rows of what was read up to the goal; rejected ones behind it are passed too, as they cost nothing more. */
  #look(goal: number): void {
    const { accepts } = this.source;
    let row: PageRow<T> | undefined;
    while ((row = this.#unread[this.#next]) !== undefined) {
      if (accepts === null || accepts(row.value)) {
        if (this.rows.length === goal) return;
        this.rows.push(row);
      }
      this.place = row.position;
      this.#next += 1;
    }
    this.place = this.#behindUnread;
  }

  async #read(wanted: number, position: string | null, context: ReadContext): Promise<void> {
    const { list, accepts, largestPage } = this.source;
    if (list === null) return;
    if (this.hasAnswered && context.signal.aborted) {
      throw this.#error('BACKEND_UNAVAILABLE', 'The request ended before the page was full.');
    }
    const filtered = this.hasAnswered ? (largestPage ?? 0) : 0;
    const limit = accepts === null ? wanted : Math.max(wanted, filtered, FILTERED_PAGE_SIZE);
    const page = await list({ limit, position }, context);
    if (page.rows.length === 0 && page.nextPosition !== null && page.nextPosition === position) {
      throw this.#error('BACKEND_CONTRACT_VIOLATION', 'The list does not move on.');
    }
    this.hasAnswered = true;
    this.#unread = page.rows;
    this.#next = 0;
    this.#behindUnread = page.nextPosition ?? ENDED;
  }

  #error(code: BackendFailureCode, message: string): GatewayError {
    return new GatewayError(code, message, { backend: this.source.backend });
  }
}
