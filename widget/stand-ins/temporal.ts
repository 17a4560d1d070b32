// Stands in for temporal-polyfill in the offline chunk: the few parts of Temporal that opening hours are worked out with.
// A browser's own Temporal is better, and used where there is one. Dates are Gregorian; what Temporal refuses is not checked.

const DAY_MS = 86_400_000

class PlainTime {
  readonly hour: number
  readonly minute: number

  constructor(hour: number, minute: number) {
    this.hour = hour
    this.minute = minute
  }

  /** @param text "09:30" */
  static from(text: string): PlainTime {
    const [hour = 0, minute = 0] = text.split(':').map(Number)
    return new PlainTime(hour, minute)
  }
}

class PlainDate {
  /** Midnight of that date, as if it were UTC. */
  readonly #utc: Date

  constructor(utc: Date) {
    this.#utc = utc
  }

  static from(iso: string): PlainDate {
    return new PlainDate(new Date(`${iso}T00:00Z`))
  }

  static compare(a: PlainDate, b: PlainDate): number {
    return Math.sign(a.#utc.getTime() - b.#utc.getTime())
  }

  get year(): number {
    return this.#utc.getUTCFullYear()
  }

  get month(): number {
    return this.#utc.getUTCMonth() + 1
  }

  get day(): number {
    return this.#utc.getUTCDate()
  }

  /** 1 (Monday) … 7 (Sunday). */
  get dayOfWeek(): number {
    return this.#utc.getUTCDay() || 7
  }

  add({ days }: { days: number }): PlainDate {
    return new PlainDate(new Date(this.#utc.getTime() + days * DAY_MS))
  }

  subtract({ days }: { days: number }): PlainDate {
    return this.add({ days: -days })
  }

  until(other: PlainDate): { readonly days: number } {
    return { days: Math.round((other.#utc.getTime() - this.#utc.getTime()) / DAY_MS) }
  }

  toString(): string {
    return this.#utc.toISOString().slice(0, 10)
  }

  toZonedDateTime({ timeZone, plainTime }: { timeZone: string; plainTime?: PlainTime }): ZonedDateTime {
    const { hour, minute } = plainTime ?? new PlainTime(0, 0)
    return zoned(this.#utc.getTime() + (hour * 60 + minute) * 60_000, timeZone)
  }
}

class ZonedDateTime {
  readonly #at: number
  readonly timeZoneId: string

  constructor(at: number, timeZone: string) {
    this.#at = at
    this.timeZoneId = timeZone
  }

  static compare(a: ZonedDateTime, b: ZonedDateTime): number {
    return Math.sign(a.#at - b.#at)
  }

  get #local(): Date {
    return new Date(this.#at + offsetAt(this.#at, this.timeZoneId))
  }

  equals(other: ZonedDateTime): boolean {
    return this.#at === other.#at && this.timeZoneId === other.timeZoneId
  }

  /** Whole days on the wall clock. */
  add({ days }: { days: number }): ZonedDateTime {
    return zoned(this.#local.getTime() + days * DAY_MS, this.timeZoneId)
  }

  toPlainDate(): PlainDate {
    return PlainDate.from(this.#local.toISOString().slice(0, 10))
  }

  toPlainTime(): PlainTime {
    return new PlainTime(this.#local.getUTCHours(), this.#local.getUTCMinutes())
  }
}

const Instant = {
  fromEpochMilliseconds: (at: number) => ({
    toZonedDateTimeISO: (timeZone: string) => new ZonedDateTime(at, timeZone),
  }),
}

/** A wall clock's time → the moment. Skipped by the clocks: moved on; twice: the first ("compatible"). */
function zoned(local: number, timeZone: string): ZonedDateTime {
  const before = offsetAt(local - DAY_MS, timeZone)
  const after = offsetAt(local + DAY_MS, timeZone)
  const isRight = (offset: number) => offsetAt(local - offset, timeZone) === offset
  const offset = isRight(before) ? before : isRight(after) ? after : before
  return new ZonedDateTime(local - offset, timeZone)
}

const clocks = new Map<string, Intl.DateTimeFormat>()

/** How far a zone's clocks are ahead of UTC at a moment, in milliseconds. */
function offsetAt(at: number, timeZone: string): number {
  const clock =
    clocks.get(timeZone) ??
    new Intl.DateTimeFormat('en-US', {
      ...{ timeZone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric' },
      ...{ hour: 'numeric', minute: 'numeric', second: 'numeric' },
    })
  clocks.set(timeZone, clock)
  const parts = Object.fromEntries(clock.formatToParts(at).map(({ type, value }) => [type, Number(value)]))
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at / 1000) * 1000
}

const native = (globalThis as { Temporal?: typeof standIn }).Temporal
export const standIn = { Instant, PlainDate, PlainTime, ZonedDateTime }
export const Temporal = native ?? standIn
