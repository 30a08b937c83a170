/**
 * Hashes to their positions, -1 where unknown: open addressing over two bytes a slot, which stays in the processor's cache
 * (a Map of fourteen thousand numbers is five times slower to read, and most of what is asked for is unknown).
 */
export const hashTable = (hashes: Uint32Array): ((hash: number) => number) => {
  const slots = 1 << Math.ceil(Math.log2(hashes.length * 4 + 2)), mask = slots - 1;
  // 0 is an empty slot, n + 1 the n-th hash; what is learned from may have more of them than a file
  const places = hashes.length < 65_535 ? new Uint16Array(slots) : new Uint32Array(slots);
  for (let n = 0; n < hashes.length; n++) {
    let slot = (hashes[n] ?? 0) & mask;
    while (places[slot] !== 0) slot = (slot + 1) & mask;
    places[slot] = n + 1;
  }
  return (hash) => {
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const place = places[slot] ?? 0;
      if (place === 0) return -1;
      if (hashes[place - 1] === hash) return place - 1;
    }
  };
};
