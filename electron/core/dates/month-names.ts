/**
 * Names of the months as newspapers print them, by language: full names and the abbreviations that do not
 * collide with other words. A name stands for its number wherever it is written.
 */
const NAMES: readonly (readonly string[])[] = [
  // January to December: English, German, French, Spanish, Portuguese, Italian, Dutch, Danish/Norwegian, Swedish, Polish, Turkish, Indonesian, Russian, Finnish, Czech
  'january jan januar jänner janvier janv enero ene janeiro gennaio gen januari stycznia styczeń ocak января tammikuuta ledna',
  'february feb febr februar februar février févr fév febrero fevereiro fev febbraio februari lutego luty şubat februari февраля helmikuuta února',
  'march mar mars märz marzo março maart marts marca mart maret марта maaliskuuta března mär mrt mrz',
  'april apr avril avr abril abr aprile kwietnia kwiecień nisan апреля huhtikuuta dubna',
  'may mai mayo maio maggio mag mei maj maja mayıs мая toukokuuta května',
  'june jun juni juin junio junho giugno giu czerwca haziran июня kesäkuuta června',
  'july jul juli juillet juil julio julho luglio lug lipca temmuz июля heinäkuuta července',
  'august aug août agosto ago augustus augusti sierpnia ağustos agustus августа elokuuta srpna',
  'september sept sep septembre septiembre setembro set settembre września eylül сентября syyskuuta září',
  'october oct oktober okt octobre octubre outubro out ottobre ott października ekim октября lokakuuta října',
  'november nov novembre noviembre novembro listopada kasım ноября marraskuuta listopadu',
  'december dec dezember dez décembre déc diciembre dic dezembro dicembre desember des grudnia aralık декабря joulukuuta prosince',
].map(names => names.split(' '))

const NUMBERS: ReadonlyMap<string, number> = new Map(
  NAMES.flatMap((names, index) => names.map((name): [string, number] => [name, index + 1])),
)

const ALTERNATIVES = [...new Set(NAMES.flat())].toSorted((a, b) => b.length - a.length).join('|')

/** Pattern source of a month's name in any of the languages; match it with the flags `iu`. */
export const MONTH_NAME = String.raw`(?:${ALTERNATIVES})(?![\p{L}])\.?`

export const monthNumber = (name: string): number | undefined =>
  NUMBERS.get(name.toLowerCase().replace(/\.$/, ''))
