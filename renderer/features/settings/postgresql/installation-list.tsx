import {
  Button,
  Link as FluentLink,
  makeStyles,
  Subtitle2,
  Text,
  tokens,
  useRestoreFocusTarget,
} from '@fluentui/react-components'
import { DeleteRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import { Link } from 'wouter'
import type { FoundInstallation } from '../../../../shared/model/installation.ts'
import { HelpTip } from '../../../components/help-tip.tsx'
import { Properties } from '../../../components/properties.tsx'
import { useTranslator } from '../../../language/translator.tsx'
import { PathLine } from '../../../paths/path-line.tsx'
import { RemoveDialog } from './remove-dialog.tsx'

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none', display: 'grid' },
  item: {
    display: 'grid',
    gap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalM} 0`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
  grow: { flexGrow: 1 },
  links: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalM },
})

/** What was found, version by version; downloads and added folders can be removed. */
export function InstallationList(props: {
  readonly installations: readonly FoundInstallation[]
  readonly onRemoved: () => void
}) {
  const styles = useStyles()
  return (
    <ul className={styles.list}>
      {props.installations.map((installation) => (
        <Item key={installation.binDir} installation={installation} onRemoved={props.onRemoved} />
      ))}
    </ul>
  )
}

function Item(props: { readonly installation: FoundInstallation; readonly onRemoved: () => void }) {
  const styles = useStyles()
  const { t } = useTranslator()
  const [removing, setRemoving] = useState(false)
  const focusReturns = useRestoreFocusTarget()
  const { version, binDir, source, tools, usedBy } = props.installation
  const folder = t('window.settings.folder')
  return (
    <li className={styles.item}>
      <div className={styles.head}>
        <Subtitle2 as="h3">{t('window.settings.version', { version })}</Subtitle2>
        <Text>{t(`window.settings.sources.${source}`)}</Text>
        <span className={styles.grow} />
        {source === 'downloaded' || source === 'folder' ? (
          <Button
            size="small"
            icon={<DeleteRegular />}
            aria-label={
              source === 'folder'
                ? t('window.settings.forget-of', { folder: binDir })
                : t('window.settings.remove-of', { version })
            }
            onClick={() => setRemoving(true)}
            {...focusReturns}
          >
            {t(source === 'folder' ? 'window.settings.forget' : 'window.settings.remove')}
          </Button>
        ) : null}
      </div>
      <Properties
        items={[
          { term: folder, value: <PathLine label={folder} path={binDir} /> },
          {
            term: <HelpTip term={t('window.settings.tools')} explanation={t('window.settings.tools-help')} />,
            value: tools.join(', '),
          },
          {
            term: t('window.settings.used-by'),
            value: (
              <span className={styles.links}>
                {usedBy.length === 0 ? t('window.settings.used-by-none') : null}
                {usedBy.map((name) => (
                  <Link key={name} href={`/instance/${name}`} asChild>
                    <FluentLink>{name}</FluentLink>
                  </Link>
                ))}
              </span>
            ),
          },
        ]}
      />
      {removing ? (
        <RemoveDialog
          installation={props.installation}
          onClose={() => setRemoving(false)}
          onRemoved={props.onRemoved}
        />
      ) : null}
    </li>
  )
}
