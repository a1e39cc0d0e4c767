/** The calendar day (`2025-07-19`) of an instant where the reader is: in the time zone of this process. */
export function localDay(at: string | number): string {
  const date = new Date(at)
  const pad = (value: number) => String(value).padStart(2, '0')
  return `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`
}

/** The hour (0 to 23) of an instant where the reader is. */
export const localHour = (at: string | number): number => new Date(at).getHours()
