const steps = 1000;
const precise = 1e-15;
const tiny = 1e-300;

/** Coefficients of C. Lanczos (1964) for g = 7, as Numerical Recipes and others print them. */
const lanczos = [
  0.9999999999998099, 676.5203681218851, -1259.1392167224028, 771.3234287776531, -176.6150291621406,
  12.507343278686905, -0.13857109526572012, 9.984369578019572e-6, 1.5056327351493116e-7,
];

/**
 * The regularised lower incomplete gamma function P(a, x): for a whole number `a`, the chance that a Poisson
 * distribution with mean `x` gives `a` or more.
 *
 * Source: NIST Digital Library of Mathematical Functions, 8.11.4 (series) and 8.9.2 (continued fraction, by the
 * method of Lentz).
 *
 * @param a above 0
 * @param x 0 or more
 */
export function gammaShare(a: number, x: number): number {
  if (x <= 0) {
    return 0;
  }
  const scale = Math.exp(a * Math.log(x) - x - logGamma(a));
  return x < a + 1 ? scale * series(a, x) : 1 - scale * fraction(a, x);
}

function series(a: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let at = 1; at < steps + a && term > sum * precise; at += 1) {
    term *= x / (a + at);
    sum += term;
  }
  return sum;
}

function fraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = 1 / tiny;
  let d = 1 / b;
  let value = d;
  for (let at = 1; at < steps + a; at += 1) {
    const factor = -at * (at - a);
    b += 2;
    d = 1 / awayFromZero(factor * d + b);
    c = awayFromZero(b + factor / c);
    value *= c * d;
    if (Math.abs(c * d - 1) < precise) {
      break;
    }
  }
  return value;
}

function awayFromZero(value: number): number {
  return Math.abs(value) < tiny ? tiny : value;
}

function logGamma(a: number): number {
  const base = a + 6.5;
  const [first = 0, ...rest] = lanczos;
  const sum = rest.reduce((total, coefficient, at) => total + coefficient / (a + at), first);
  return 0.5 * Math.log(2 * Math.PI) + (a - 0.5) * Math.log(base) - base + Math.log(sum);
}
