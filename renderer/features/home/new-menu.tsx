import { Button, Menu, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components'
import { AddRegular, CopyAddRegular, DatabaseRegular, ServerRegular } from '@fluentui/react-icons'
import { useLocation } from 'wouter'
import { useTranslator } from '../../language/translator.tsx'

const entries = [
  { id: 'create', icon: <DatabaseRegular /> },
  { id: 'standby', icon: <CopyAddRegular /> },
  { id: 'adopt', icon: <ServerRegular /> },
] as const

/** The ways to another instance. */
export function NewMenu() {
  const { t } = useTranslator()
  const [, navigate] = useLocation()
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <Button appearance="primary" icon={<AddRegular />}>
          {t('window.home.new.menu')}
        </Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {entries.map(({ id, icon }) => (
            <MenuItem key={id} icon={icon} onClick={() => navigate(`/do/${id}`)}>
              {t(`window.home.new.${id}`)}
            </MenuItem>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}
