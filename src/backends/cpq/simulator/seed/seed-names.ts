interface NamePool {
  readonly first: readonly string[];
  readonly last: readonly string[];
}

const african: NamePool = {
  first: ['Kwame', 'Esi', 'Yaw', 'Abena', 'Kojo', 'Akosua', 'Marcus', 'Helen', 'Priya', 'Daniel'],
  last: ['Mensah', 'Boateng', 'Okafor', 'Grant', 'Iyer', 'Bennett', 'Asante', 'Novak', 'Reyes'],
};
const norwegian: NamePool = {
  first: ['Olav', 'Sigrid', 'Håkon', 'Åse', 'Lars', 'Turid', 'Bjørn', 'Randi', 'Einar'],
  last: ['Lid', 'Haugen', 'Bakke', 'Sørlie', 'Moen', 'Ødegård', 'Vik'],
};
const french: NamePool = {
  first: ['Camille', 'Élodie', 'Benoît', 'Inès', 'Maël', 'Solène', 'Rémi', 'Anaïs'],
  last: ['Lefèvre', 'Garnier', 'Moreau', 'Besson', 'Charpentier', "D'Aubigné", 'Roux'],
};
const hebrew: NamePool = {
  first: ['Noa', 'Eitan', 'Maya', 'Yonatan', 'Tamar', 'Ariel', 'Shira', 'Omer'],
  last: ['Levi', 'Biton', 'Peretz', 'Azoulay', 'Katz', 'Dahan', 'Gabay'],
};

const pools: Readonly<Record<string, NamePool>> = {
  veloria: african,
  nordhaug: norwegian,
  cartesienne: french,
  shalevSystems: hebrew,
};

/** The nth name of a company's people; first and last names run through every pair before one comes again. */
export function nameOf(company: string, index: number): { first: string; last: string } {
  const { first, last } = pools[company] ?? african;
  const round = Math.floor(index / first.length);
  return {
    first: first[index % first.length] ?? 'Ann',
    last: last[(index + round) % last.length] ?? 'Grant',
  };
}

/** A name as it stands in a login or an address: plain lower-case letters. */
export function toPlainLetters(name: string): string {
  return name
    .normalize('NFD')
    .toLowerCase()
    .replaceAll('ø', 'o')
    .replaceAll(/[^a-z]/g, '');
}
