import { ipcRenderer } from 'electron'
import { portChannel, portMessage } from '../shared/contract/port-protocol.ts'

// All that a page gets from us: its port is forwarded, and the main process looks at who sent it. A page that lost its
// port may hand over another one.
window.addEventListener('message', ({ source, data, ports: [port] }) => {
  if (source === window && data === portMessage && port !== undefined)
    ipcRenderer.postMessage(portChannel, null, [port])
})
