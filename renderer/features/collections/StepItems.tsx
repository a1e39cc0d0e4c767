import { ArrowDown, ArrowLeft, ArrowRight, ArrowUp } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { MenuItem } from '../../ui/Menu.tsx'
import { KEY_OF_STEP, STEPS, type Step } from './collection-moves.ts'

const ICONS = { up: <ArrowUp />, down: <ArrowDown />, in: <ArrowRight />, out: <ArrowLeft /> } as const

/** The step that a key with Alt asks for. */
export const stepAsked = ({ key, altKey, ctrlKey, metaKey, shiftKey }: KeyboardEvent): Step | undefined =>
  altKey && !ctrlKey && !metaKey && !shiftKey
    ? STEPS.find(step => KEY_OF_STEP[step] === `Alt+${key}`)
    : undefined

/** The steps of a menu: moving up, down, in and out; grey where there is no way. */
export function StepItems({ of }: { readonly of: (step: Step) => (() => void) | undefined }) {
  const { t } = useTranslation()
  return (
    <>
      {STEPS.map(step => {
        const run = of(step)
        return (
          <MenuItem
            key={step}
            icon={ICONS[step]}
            keys={KEY_OF_STEP[step]}
            isDisabled={run === undefined}
            onAction={() => run?.()}
          >
            {t(`shell.step.${step}`)}
          </MenuItem>
        )
      })}
    </>
  )
}
