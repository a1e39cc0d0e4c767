import { CircleQuestionMark } from 'lucide-react'
import { memo, useEffect, useRef, useState } from 'react'
import { Button, Dialog, DialogTrigger, Heading, Popover } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { DEFAULT_FILTER } from '../../routing/route.ts'
import { classNames } from '../../ui/class-names.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import styles from './SearchHelp.module.css'
import { useExamples } from './use-examples.ts'

const css = classNames(styles)

interface ExampleProps {
  /** Puts an example into the search field. */
  readonly onTry: (query: string) => void
}

interface Props extends ExampleProps {
  /** Once the focus is free again. */
  readonly onTried: () => void
}

/** The query language by examples, with names of this library where it has any; each can be tried. */
export const SearchHelp = memo(function SearchHelp({ onTry, onTried }: Props) {
  const { t } = useTranslation()
  const [isOpen, setIsOpen] = useState(false)
  const isTried = useRef(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: only closing frees the focus
  useEffect(() => {
    if (isOpen || !isTried.current) return undefined
    isTried.current = false
    // The popover gives the focus back to its button in the next frame.
    const frame = requestAnimationFrame(onTried)
    return () => cancelAnimationFrame(frame)
  }, [isOpen])
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setIsOpen}>
      <IconButton size="small" label={t('search.help')} icon={<CircleQuestionMark />} />
      <Popover className={css('popover')} placement="bottom end" offset={8}>
        <Dialog className={css('help')}>
          <Heading slot="title" className={css('title')}>
            {t('search.help')}
          </Heading>
          <p className={css('intro')}>{t('search.helpIntro')}</p>
          <Examples
            onTry={query => {
              isTried.current = true
              setIsOpen(false)
              onTry(query)
            }}
          />
          <p className={css('folding')}>{t('search.helpFolding')}</p>
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
})

function Examples({ onTry }: ExampleProps) {
  const { t } = useTranslation()
  return (
    <ul>
      {useExamples(DEFAULT_FILTER).map(({ id, query }) => (
        <li key={id} className={css('line')}>
          <Button className={css('example')} aria-describedby={`means-${id}`} onPress={() => onTry(query)}>
            {query}
          </Button>
          <span id={`means-${id}`} className={css('meaning')}>
            {t(`search.meanings.${id}`)}
          </span>
        </li>
      ))}
    </ul>
  )
}
