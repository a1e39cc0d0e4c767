import { type ReactNode, useEffect, useRef, useState } from 'react'
import { classNames } from '../../ui/class-names.ts'
import styles from './ArticleBlock.module.css'
import { OWN_ARROWS } from './walk-stops.ts'

const css = classNames(styles)

interface Props {
  /** What screen readers call it. */
  readonly label: string
  readonly children: ReactNode
}

/**
 * What may be wider than the page: it scrolls by itself. Only where it does is it a tab stop, so that the arrow keys
 * reach what is out of sight, and a region with a name.
 */
export function ScrollRegion({ label, children }: Props) {
  const region = useRef<HTMLDivElement>(null)
  const [isWide, setIsWide] = useState(false)
  useEffect(() => {
    const element = region.current
    if (element === null) return
    const measure = () => setIsWide(element.scrollWidth > element.clientWidth)
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    for (const child of element.children) observer.observe(child)
    return () => observer.disconnect()
  }, [])
  return (
    <div
      ref={region}
      className={css('wide')}
      {...(isWide && { role: 'region', tabIndex: 0, 'aria-label': label, ...OWN_ARROWS })}
    >
      {children}
    </div>
  )
}
