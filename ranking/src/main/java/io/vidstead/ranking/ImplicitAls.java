package io.vidstead.ranking;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/**
 * Matrix factorisation for implicit feedback by alternating least squares (Hu, Koren, Volinsky, "Collaborative Filtering for
 * Implicit Feedback Datasets", ICDM 2008): what was taken is 1 with the confidence 1 + α·weight, all else 0 with confidence 1,
 *
 * <pre>min Σ c(u,i)·(p(u,i) − x(u)ᵀy(i))² + λ·(Σ‖x(u)‖² + Σ‖y(i)‖²)</pre>
 *
 * and each side is solved exactly while the other is held. A basket that the model was not trained with is folded in by the
 * same formula.
 */
public final class ImplicitAls implements Recommender {

    /**
     * @param factors dimension of the vectors
     * @param lambda regularisation
     * @param alpha how much more a taken item counts
     */
    public record Options(int factors, double lambda, double alpha, int iterations) {}

    private final double[][] items;
    private final double[][] gram;
    private final Options options;

    private ImplicitAls(double[][] items, Options options) {
        this.items = items;
        this.gram = gram(items, options);
        this.options = options;
    }

    public static ImplicitAls train(Interactions interactions, Options options, RandomGenerator random) {
        Interactions byItem = interactions.transposed();
        double[][] items = new double[interactions.items()][options.factors()];
        for (double[] item : items) {
            for (int f = 0; f < item.length; f++) {
                item[f] = random.nextGaussian() * 0.1;
            }
        }
        for (int iteration = 0; iteration < options.iterations(); iteration++) {
            double[][] people = solve(interactions.people(), items, options);
            items = solve(byItem.people(), people, options);
        }
        return new ImplicitAls(items, options);
    }

    private static double[][] solve(List<Basket> rows, double[][] held, Options options) {
        double[][] gram = gram(held, options);
        return IntStream.range(0, rows.size())
                .parallel()
                .mapToObj(row -> solve(rows.get(row), held, gram, options))
                .toArray(double[][]::new);
    }

    /** YᵀY + λI. */
    private static double[][] gram(double[][] vectors, Options options) {
        int factors = options.factors();
        double[][] gram = new double[factors][factors];
        for (double[] vector : vectors) {
            for (int f = 0; f < factors; f++) {
                for (int g = 0; g < factors; g++) {
                    gram[f][g] += vector[f] * vector[g];
                }
            }
        }
        for (int f = 0; f < factors; f++) {
            gram[f][f] += options.lambda();
        }
        return gram;
    }

    private static double[] solve(Basket taken, double[][] held, double[][] gram, Options options) {
        int factors = options.factors();
        if (taken.size() == 0) {
            return new double[factors];
        }
        DMatrixRMaj left = new DMatrixRMaj(gram);
        DMatrixRMaj right = new DMatrixRMaj(factors, 1);
        for (int i = 0; i < taken.size(); i++) {
            double[] vector = held[taken.items()[i]];
            double extra = options.alpha() * taken.weights()[i];
            for (int f = 0; f < factors; f++) {
                right.data[f] += (1 + extra) * vector[f];
                for (int g = 0; g < factors; g++) {
                    left.data[f * factors + g] += extra * vector[f] * vector[g];
                }
            }
        }
        LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.chol(factors);
        if (!solver.setA(left)) {
            throw new IllegalStateException("not positive definite: lambda must be above 0");
        }
        DMatrixRMaj solution = new DMatrixRMaj(factors, 1);
        solver.solve(right, solution);
        return solution.data;
    }

    @Override
    public double[] score(Basket basket) {
        double[] person = solve(basket, items, gram, options);
        double[] scores = new double[items.length];
        for (int item = 0; item < scores.length; item++) {
            for (int f = 0; f < person.length; f++) {
                scores[item] += person[f] * items[item][f];
            }
        }
        return scores;
    }
}
