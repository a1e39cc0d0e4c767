import { Image } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { classNames } from '../../ui/class-names.ts'
import styles from './ArticleBlock.module.css'

const css = classNames(styles)

/** Width over height of a picture that was never shown. */
const USUAL = 3 / 2
/** A higher one would push the text off the page. */
const HIGHEST = 3 / 4

/** The shape of the pictures that were shown since the window opened, by their SHA-256. */
const shapes = new Map<string, number>()

/** Where the window finds a picture of the open library. */
const addressOf = (asset: string): string => `/asset/${asset}`

/**
 * A picture of the article, from the library. Its place is there before it is, and stays as it is while the article
 * is on show, so that no line moves; one that the library has not got is a quiet frame.
 */
export function Picture({ asset, alt }: { readonly asset: string | undefined; readonly alt: string }) {
  const { t } = useTranslation()
  const [isMissing, setIsMissing] = useState(false)
  const [shape] = useState(() => Math.max((asset && shapes.get(asset)) || USUAL, HIGHEST))
  if (asset === undefined || isMissing) {
    return (
      <div className={css('frame')} role="img" aria-label={alt || t('reader.noPicture')}>
        <Image aria-hidden="true" />
      </div>
    )
  }
  return (
    <img
      className={css('picture')}
      style={{ aspectRatio: shape }}
      src={addressOf(asset)}
      alt={alt}
      draggable={false}
      decoding="async"
      loading="lazy"
      onLoad={({ currentTarget: { naturalWidth, naturalHeight } }) => {
        if (naturalHeight > 0) shapes.set(asset, naturalWidth / naturalHeight)
      }}
      onError={() => setIsMissing(true)}
    />
  )
}
