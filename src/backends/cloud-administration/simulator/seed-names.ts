/** Given names of the seed's users; the lengths of the two lists have no common divisor, so pairs repeat late. */
export const FIRST_NAMES: readonly string[] = (
  'Ana Benedikt Chiara Dmitri Eleni Farid Grace Hamish Ingrid Jorge Keiko Liam Maren Naveen Olga Pablo ' +
  'Quentin Rosa Samir Tatiana Ulrich Valeria Wesley Ximena Yusuf Zora Aaliyah Bram Celeste Desmond Esther ' +
  'Felix Gustavo Hanna Ivo Joanna Kwame Leila Magnus Nadia Oscar Priya Rafael Sigrid Thabo Uma Viktor Wanda'
).split(' ');

export const LAST_NAMES: readonly string[] = (
  'Rivera Okafor Bianchi Sorensen Papadakis Haddad Kowalski MacLeod Nakamura Fernandes Larsen Novak Iyer ' +
  'Petrova Castellanos Dubois Weber Mbeki Fitzgerald Yilmaz Olsen Varga Whitaker Tanaka Brennan Castro Lefevre ' +
  'Sharma Jansen Moreau Ashworth Popescu Ramirez Vance Holm Suzuki Kaya Lombardi Osei Thorne Vidal Ziegler ' +
  'Abbott Cheng Drummond Eriksson Galvez Hughes Ito Juarez Kilpatrick Lund Morrow'
).split(' ');
