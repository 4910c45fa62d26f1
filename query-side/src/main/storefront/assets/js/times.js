/** Instants and durations as people read them. */
const instant = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

/** "21 Nov 2026, 10:00" in the reader's own time zone. */
export function at(iso) {
  return instant.format(new Date(iso));
}

/** The parts of a countdown, rounded up so that it shows 1 until the moment has come. */
export function partsOf(ms) {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  return {
    days: Math.floor(seconds / 86_400),
    hours: Math.floor(seconds / 3600) % 24,
    minutes: Math.floor(seconds / 60) % 60,
    seconds: seconds % 60,
  };
}

/** "2 d 03:04:05", or "04:05" below an hour. */
export function countdown(ms) {
  const { days, hours, minutes, seconds } = partsOf(ms);
  const clock = [...(days || hours ? [hours] : []), minutes, seconds].map(twoDigits).join(':');
  return days ? `${days} d ${clock}` : clock;
}

export function twoDigits(number) {
  return String(number).padStart(2, '0');
}
