import fc from 'fast-check'

// The same tree gives the same verdict on every machine; other draws are `npm run fuzz`'s to make.
fc.configureGlobal({ seed: 20261124 })
