// The generator's parser library calls Object.groupBy, which Node 20 does not have.
Object.groupBy ??= (items, keyOf) => {
  const groups = Object.create(null);
  for (const item of items) {
    const key = keyOf(item);
    groups[key] = [...(groups[key] ?? []), item];
  }
  return groups;
};
