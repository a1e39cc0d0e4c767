import { Maximize2, ZoomIn, ZoomOut } from 'lucide-react'
import { type ReactNode, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { runCommand } from '../../../commands/registry.ts'
import { COMMANDS } from '../../../commands/table.ts'
import { classNames } from '../../../ui/class-names.ts'
import { IconButton } from '../../../ui/IconButton.tsx'
import { labelsOf } from './axis-labels.ts'
import styles from './DensityStrip.module.css'
import type { StripBars } from './use-strip-view.ts'

const css = classNames(styles)

const CHARACTER_PX = 6.6
/** What the buttons beside the names of times take. */
const ZOOM_PX = 66

interface Props {
  readonly strip: StripBars
  readonly onPan: (pixels: number) => void
}

/** The names of times below the bars, and buttons to show more or less of time. */
export function StripAxis({ strip: { bars, view, span }, onPan }: Props) {
  const { t } = useTranslation()
  const labels = useMemo(() => labelsOf(bars, CHARACTER_PX, view.width - ZOOM_PX), [bars, view.width])
  return (
    <div className={css('axis')}>
      <PanSurface onPan={onPan}>
        {labels.map(({ left, text }) => (
          <span key={`${left} ${text}`} style={{ left }}>
            {text}
          </span>
        ))}
      </PanSurface>
      <span className={css('zoom')}>
        {span && (
          <IconButton
            size="small"
            label={t('timeline.zoomAll')}
            keys={COMMANDS['zoom-all'].keys[0]}
            icon={<Maximize2 />}
            onPress={() => void runCommand('zoom-all')}
          />
        )}
        <IconButton
          size="small"
          label={t('timeline.zoomOut')}
          keys={COMMANDS['zoom-out'].keys[0]}
          icon={<ZoomOut />}
          isDisabled={!span}
          onPress={() => void runCommand('zoom-out')}
        />
        <IconButton
          size="small"
          label={t('timeline.zoomIn')}
          keys={COMMANDS['zoom-in'].keys[0]}
          icon={<ZoomIn />}
          onPress={() => void runCommand('zoom-in')}
        />
      </span>
    </div>
  )
}

interface PanProps {
  readonly onPan: (pixels: number) => void
  readonly children: ReactNode
}

/** The names of times; dragged, they take the strip along. */
function PanSurface({ onPan, children }: PanProps) {
  const from = useRef<number | undefined>(undefined)
  const end = () => {
    from.current = undefined
  }
  return (
    <div
      className={css('names')}
      aria-hidden="true"
      onPointerDown={event => {
        event.currentTarget.setPointerCapture(event.pointerId)
        from.current = event.clientX
      }}
      onPointerMove={({ clientX }) => {
        if (from.current === undefined) return
        onPan(from.current - clientX)
        from.current = clientX
      }}
      onPointerUp={end}
      onPointerCancel={end}
    >
      {children}
    </div>
  )
}
