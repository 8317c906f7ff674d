import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  makeStyles,
  tokens,
} from '@fluentui/react-components'
import { type ReactNode, useEffect, useState } from 'react'
import { useTranslator } from '../../../language/translator.tsx'

const useStyles = makeStyles({
  panel: { display: 'grid', gap: tokens.spacingVerticalL, margin: 0, paddingTop: tokens.spacingVerticalM },
})

/** Options that few need, folded; they unfold when something in them is refused, which would be hidden else. */
export function Advanced(props: { readonly refused: boolean; readonly children: ReactNode }) {
  const styles = useStyles()
  const { t } = useTranslator()
  const [open, setOpen] = useState(false)
  useEffect(() => {
    if (props.refused) setOpen(true)
  }, [props.refused])
  return (
    <Accordion
      collapsible
      openItems={open ? ['advanced'] : []}
      onToggle={(_event, { openItems }) => setOpen(openItems.includes('advanced'))}
    >
      <AccordionItem value="advanced">
        <AccordionHeader>{t('window.wizards.advanced')}</AccordionHeader>
        <AccordionPanel className={styles.panel}>{props.children}</AccordionPanel>
      </AccordionItem>
    </Accordion>
  )
}
