import { quantileEdges, stepOf } from './sequential-scale';

describe('stepOf', () => {
  it('counts a value on an edge to the class below it', () => {
    expect([8, 8.1, 28, 28.1].map((value) => stepOf(value, [8, 14, 20, 28]))).toEqual([0, 1, 3, 4]);
  });
});

describe('quantileEdges', () => {
  it('puts a fifth of the values into each class', () => {
    expect(quantileEdges([0, 10, 20, 30, 40, 50], 1)).toEqual([10, 20, 30, 40]);
  });

  it('keeps the edges apart when many values are alike', () => {
    expect(quantileEdges([5, 5, 5, 5], 1)).toEqual([5, 6, 7, 8]);
  });

  it('ignores what is unknown', () => {
    expect(quantileEdges([null, 0, 10, 20, 30, 40, 50, null], 1)).toEqual([10, 20, 30, 40]);
  });
});
