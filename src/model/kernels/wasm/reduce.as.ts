/** Sums, transposes and copies that accompany the matrix products. */

/** `out[n] = sum over rows of x[m,n]`, rows `ldx` floats apart: the gradient of a bias. */
export function columnSum(x: usize, ldx: i32, m: i32, n: i32, out: usize): void {
  const sx = (<usize>ldx) << 2;
  const full = (<usize>(n & ~3)) << 2;
  const all = (<usize>n) << 2;
  let j: usize = 0;
  for (; j < full; j += 16) {
    let sum = f32x4.splat(0);
    let p = x + j;
    for (let i = 0; i < m; i++) {
      sum = f32x4.add(sum, v128.load(p));
      p += sx;
    }
    v128.store(out + j, sum);
  }
  for (; j < all; j += 4) {
    let sum: f32 = 0;
    let p = x + j;
    for (let i = 0; i < m; i++) {
      sum += load<f32>(p);
      p += sx;
    }
    store<f32>(out + j, sum);
  }
}

/** `out[n,m] = x[m,n]^T`, both dense. */
export function transpose(x: usize, m: i32, n: i32, out: usize): void {
  const sm = (<usize>m) << 2;
  const sn = (<usize>n) << 2;
  for (let i = 0; i < m; i++) {
    let p = x + <usize>i * sn;
    let q = out + ((<usize>i) << 2);
    for (let j = 0; j < n; j++) {
      store<f32>(q, load<f32>(p));
      p += 4;
      q += sm;
    }
  }
}

/** `out[m,n] = x[m,n]`, rows `ldx` and `ldo` floats apart. */
export function copyRows(x: usize, ldx: i32, out: usize, ldo: i32, m: i32, n: i32): void {
  const sx = (<usize>ldx) << 2;
  const so = (<usize>ldo) << 2;
  const bytes = (<usize>n) << 2;
  for (let i = 0; i < m; i++, x += sx, out += so) memory.copy(out, x, bytes);
}
