import { useTranslation } from 'react-i18next'
import type { Filter } from '../../../../electron/core/model/listing.ts'
import { useChange } from '../../../api/use-change.ts'
import { formatDate } from '../../../i18n/format-date.ts'
import { useLanguage } from '../../../i18n/use-language.ts'
import { useStore } from '../../../state/store.ts'
import { Button } from '../../../ui/Button.tsx'
import { classNames } from '../../../ui/class-names.ts'
import { Dialog } from '../../../ui/Dialog.tsx'
import { showToast } from '../../../ui/toasts.ts'
import { today } from '../../search/today.ts'
import { look } from '../look.ts'
import { barsIn } from '../strip/bars.ts'
import { cutFor } from '../strip/cuts.ts'
import { edtfOfSpan } from '../strip/days.ts'
import { useCountedLanes } from '../strip/use-counted.ts'
import { useLaneName } from '../strip/use-lane-name.ts'
import { useStripBars } from '../strip/use-strip-view.ts'
import { drawTimeline, STRIP_WIDTH } from './draw-timeline.ts'
import styles from './PictureDialog.module.css'
import { pngBytes } from './png-bytes.ts'
import { colourOf, FONT, type Picture } from './shapes.ts'
import { svgText } from './svg-text.ts'

const css = classNames(styles)

interface Props {
  readonly filter: Filter
  /** What is on show, by name. */
  readonly scope: string
  readonly onClose: () => void
}

/** The strip and its lanes as they are on show, to be saved as a picture or printed. */
export function PictureDialog({ filter, scope, onClose }: Props) {
  const { t } = useTranslation()
  const save = useChange('timeline:save-picture')
  const picture = usePicture(filter, scope)
  const store = async (ending: 'svg' | 'png') => {
    const bytes = ending === 'svg' ? new TextEncoder().encode(svgText(picture)) : await pngBytes(picture)
    if (bytes === undefined) return
    const saved = await save.run({ name: picture.title.slice(0, 120), ending, bytes })
    const path = saved?.path
    if (!path) return
    onClose()
    showToast({ tone: 'done', title: words => words('timeline.pictureSaved', { path }) })
  }
  return (
    <Dialog
      isOpen
      width="full"
      title={t('timeline.picture')}
      onClose={onClose}
      actions={
        <>
          <Button onPress={() => window.print()}>{t('timeline.picturePrint')}</Button>
          <Button onPress={() => void store('png')}>{t('timeline.pictureSavePng')}</Button>
          <Button look="strong" onPress={() => void store('svg')} autoFocus>
            {t('timeline.pictureSaveSvg')}
          </Button>
        </>
      }
    >
      <Preview picture={picture} />
    </Dialog>
  )
}

function usePicture(filter: Filter, scope: string): Picture {
  const { t } = useTranslation()
  const language = useLanguage()
  const { lanes: by } = useStore(look)
  const { axis, bars, counted, view, span } = useStripBars(filter, STRIP_WIDTH)
  const nameOf = useLaneName(by)
  const lanes = useCountedLanes(filter, by)?.lanes ?? []
  const cut = cutFor((view.end - view.start) / view.width, false)
  const shown = span ?? axis.extent
  const say = (edtf: string) => formatDate(edtf, language)
  return drawTimeline(
    {
      title: t('timeline.pictureOf', {
        scope: filter.query.trim() === '' ? scope : `${scope} · ${filter.query.trim()}`,
        clock: t(`timeline.pictureClock.${filter.clock}`),
      }),
      span: t('timeline.pictureSpan', { days: say(edtfOfSpan(shown)), count: counted.within(shown) }),
      lighter: bars.some(({ wide }) => wide > 0) ? t('timeline.pictureLighter') : undefined,
      made: `Cuttings · ${say(today())}`,
    },
    bars,
    by === 'none'
      ? []
      : lanes.map(({ value, total, time }) => ({
          name: nameOf(value),
          total,
          bars: barsIn(time, axis, view, cut),
        })),
  )
}

/** The picture as it will be; the only thing of the window that is printed. */
function Preview({ picture: { width, height, title, shapes } }: { readonly picture: Picture }) {
  return (
    <svg
      className={css('picture')}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={title}
      fontFamily={FONT}
    >
      {shapes.map((shape, index) =>
        shape.kind === 'box' ? (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: shapes have no identity beside their place
            key={index}
            x={shape.x}
            y={shape.y}
            width={shape.width}
            height={shape.height}
            fill={colourOf(shape.colour)}
          />
        ) : (
          <text
            // biome-ignore lint/suspicious/noArrayIndexKey: shapes have no identity beside their place
            key={index}
            x={shape.x}
            y={shape.y}
            fontSize={shape.size}
            fontWeight={shape.isBold ? 600 : 400}
            textAnchor={shape.anchor ?? 'start'}
            fill={colourOf(shape.colour)}
          >
            {shape.text}
          </text>
        ),
      )}
    </svg>
  )
}
