package io.vidstead.ranking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/**
 * EASE: every item is foretold from all others by ridge regression at once, in closed form (Steck, "Embarrassingly Shallow
 * Autoencoders for Sparse Data", WWW 2019):
 *
 * <pre>P = (XᵀX + Λ)⁻¹,  B(i,j) = −P(i,j) / P(j,j) for i ≠ j, 0 on the diagonal,  score(x) = x·B</pre>
 *
 * <p>Λ is λ·I, and with a dropout p more where an item is taken more: λ·I + p/(1−p)·diag(XᵀX), which is what training with
 * inputs left out at random converges to (EDLAE: Steck, "Autoencoders that don't overfit towards the Identity", NeurIPS 2020).
 *
 * <p>The matrix to be inverted is as large as there are items or, by Woodbury's identity, as there are people, whichever is
 * less; both give the same model:
 *
 * <pre>P = Λ⁻¹ − Λ⁻¹Xᵀ·K·XΛ⁻¹,  K = (I + XΛ⁻¹Xᵀ)⁻¹</pre>
 *
 * <p>Training takes O(min³ + min²·max) time and O(min·max) memory.
 */
public final class Ease implements Recommender {

    /**
     * How strongly the model is held back.
     *
     * @param lambda above 0
     * @param dropout share of each input that is thought away, from 0, which is plain EASE, to below 1
     */
    public record Options(double lambda, double dropout) {
        public Options {
            if (!(lambda > 0) || !(dropout >= 0 && dropout < 1)) {
                throw new IllegalArgumentException("lambda " + lambda + ", dropout " + dropout);
            }
        }

        public static Options plain(double lambda) {
            return new Options(lambda, 0);
        }
    }

    /** What multiplies a basket: P, whole or in two factors. */
    private sealed interface Precision {

        /** x·P. */
        double[] times(Basket basket);

        double[] diagonal();
    }

    private final Precision precision;
    private final double[] diagonal;

    private Ease(Precision precision) {
        this.precision = precision;
        this.diagonal = precision.diagonal();
    }

    public static Ease train(Interactions interactions, Options options) {
        return interactions.people().size() < interactions.items()
                ? byPeople(interactions, options)
                : byItems(interactions, options);
    }

    /** Inverts a matrix of the size of the items. */
    static Ease byItems(Interactions interactions, Options options) {
        double[] ridge = ridge(interactions, options);
        DMatrixRMaj gram = new DMatrixRMaj(interactions.items(), interactions.items());
        for (Basket person : interactions.people()) {
            for (int i = 0; i < person.size(); i++) {
                for (int j = 0; j < person.size(); j++) {
                    gram.add(person.items()[i], person.items()[j], person.weights()[i] * person.weights()[j]);
                }
            }
        }
        for (int item = 0; item < ridge.length; item++) {
            gram.add(item, item, ridge[item]);
        }
        return new Ease(new Whole(inverse(gram)));
    }

    /** Inverts a matrix of the size of the people. */
    static Ease byPeople(Interactions interactions, Options options) {
        double[] ridge = ridge(interactions, options);
        List<Basket> people = interactions.people();
        DMatrixRMaj kernel = CommonOps_DDRM.identity(people.size());
        double[] row = new double[interactions.items()];
        for (int p = 0; p < people.size(); p++) {
            Arrays.fill(row, 0);
            Basket person = people.get(p);
            for (int i = 0; i < person.size(); i++) {
                row[person.items()[i]] = person.weights()[i] / ridge[person.items()[i]];
            }
            for (int q = 0; q < people.size(); q++) {
                kernel.add(p, q, dot(row, people.get(q)));
            }
        }
        return new Ease(Halves.of(inverse(kernel), people, ridge));
    }

    private static double[] ridge(Interactions interactions, Options options) {
        double[] ridge = new double[interactions.items()];
        double share = options.dropout() / (1 - options.dropout());
        for (Basket person : interactions.people()) {
            for (int i = 0; i < person.size(); i++) {
                ridge[person.items()[i]] += share * person.weights()[i] * person.weights()[i];
            }
        }
        for (int item = 0; item < ridge.length; item++) {
            ridge[item] += options.lambda();
        }
        return ridge;
    }

    private static DMatrixRMaj inverse(DMatrixRMaj symmetric) {
        LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.chol(symmetric.getNumRows());
        DMatrixRMaj inverse = new DMatrixRMaj(symmetric.getNumRows(), symmetric.getNumRows());
        if (!solver.setA(symmetric)) {
            throw new IllegalStateException("not positive definite, though lambda is above 0");
        }
        solver.invert(inverse);
        return inverse;
    }

    private static double dot(double[] dense, Basket sparse) {
        double sum = 0;
        for (int i = 0; i < sparse.size(); i++) {
            sum += dense[sparse.items()[i]] * sparse.weights()[i];
        }
        return sum;
    }

    @Override
    public double[] score(Basket basket) {
        double[] scores = precision.times(basket);
        for (int item = 0; item < scores.length; item++) {
            scores[item] = -scores[item] / diagonal[item];
        }
        for (int i = 0; i < basket.size(); i++) {
            scores[basket.items()[i]] += basket.weights()[i];
        }
        return scores;
    }

    /** The row of B of each item, of which the largest entries above 0 are kept. */
    public List<Basket> neighbours(int limit) {
        List<Basket> near = new ArrayList<>(diagonal.length);
        for (int item = 0; item < diagonal.length; item++) {
            double[] row = score(Basket.of(item));
            row[item] = 0;
            near.add(Top.positive(row, limit));
        }
        return near;
    }

    private record Whole(DMatrixRMaj matrix) implements Precision {
        @Override
        public double[] times(Basket basket) {
            int items = matrix.getNumCols();
            double[] product = new double[items];
            for (int i = 0; i < basket.size(); i++) {
                int row = basket.items()[i] * items;
                double weight = basket.weights()[i];
                for (int item = 0; item < items; item++) {
                    product[item] += weight * matrix.data[row + item];
                }
            }
            return product;
        }

        @Override
        public double[] diagonal() {
            double[] diagonal = new double[matrix.getNumRows()];
            for (int item = 0; item < diagonal.length; item++) {
                diagonal[item] = matrix.get(item, item);
            }
            return diagonal;
        }
    }

    /**
     * P = Λ⁻¹ − (XΛ⁻¹)ᵀ·M with M = K·XΛ⁻¹.
     *
     * @param taken X
     * @param product M, a row a person
     */
    private record Halves(List<Basket> taken, double[][] product, double[] ridge) implements Precision {

        static Halves of(DMatrixRMaj inverse, List<Basket> people, double[] ridge) {
            double[][] product = new double[people.size()][ridge.length];
            for (int p = 0; p < product.length; p++) {
                double[] row = product[p];
                for (int q = 0; q < product.length; q++) {
                    double weight = inverse.get(p, q);
                    Basket person = people.get(q);
                    for (int i = 0; i < person.size(); i++) {
                        row[person.items()[i]] += weight * person.weights()[i];
                    }
                }
                for (int item = 0; item < ridge.length; item++) {
                    row[item] /= ridge[item];
                }
            }
            return new Halves(people, product, ridge);
        }

        @Override
        public double[] times(Basket basket) {
            double[] scaled = new double[ridge.length];
            for (int i = 0; i < basket.size(); i++) {
                scaled[basket.items()[i]] = basket.weights()[i] / ridge[basket.items()[i]];
            }
            double[] result = scaled.clone();
            for (int p = 0; p < product.length; p++) {
                double weight = dot(scaled, taken.get(p));
                if (weight != 0) {
                    double[] row = product[p];
                    for (int item = 0; item < result.length; item++) {
                        result[item] -= weight * row[item];
                    }
                }
            }
            return result;
        }

        @Override
        public double[] diagonal() {
            double[] diagonal = new double[ridge.length];
            for (int item = 0; item < ridge.length; item++) {
                diagonal[item] = 1 / ridge[item];
            }
            for (int p = 0; p < product.length; p++) {
                Basket person = taken.get(p);
                for (int i = 0; i < person.size(); i++) {
                    int item = person.items()[i];
                    diagonal[item] -= person.weights()[i] / ridge[item] * product[p][item];
                }
            }
            return diagonal;
        }
    }
}
