package io.vidstead.engines.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.ar.ArabicNormalizationFilter;
import org.apache.lucene.analysis.ar.ArabicStemFilter;
import org.apache.lucene.analysis.bn.BengaliNormalizationFilter;
import org.apache.lucene.analysis.bn.BengaliStemFilter;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.cjk.CJKWidthFilter;
import org.apache.lucene.analysis.core.DecimalDigitFilter;
import org.apache.lucene.analysis.de.GermanLightStemFilter;
import org.apache.lucene.analysis.de.GermanNormalizationFilter;
import org.apache.lucene.analysis.el.GreekLowerCaseFilter;
import org.apache.lucene.analysis.el.GreekStemFilter;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.es.SpanishLightStemFilter;
import org.apache.lucene.analysis.fa.PersianNormalizationFilter;
import org.apache.lucene.analysis.fi.FinnishLightStemFilter;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.fr.FrenchLightStemFilter;
import org.apache.lucene.analysis.hi.HindiNormalizationFilter;
import org.apache.lucene.analysis.hi.HindiStemFilter;
import org.apache.lucene.analysis.hu.HungarianLightStemFilter;
import org.apache.lucene.analysis.id.IndonesianStemFilter;
import org.apache.lucene.analysis.in.IndicNormalizationFilter;
import org.apache.lucene.analysis.it.ItalianLightStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.no.NorwegianLightStemFilter;
import org.apache.lucene.analysis.pt.PortugueseLightStemFilter;
import org.apache.lucene.analysis.ru.RussianLightStemFilter;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.sv.SwedishLightStemFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tr.ApostropheFilter;
import org.apache.lucene.analysis.tr.TurkishLowerCaseFilter;
import org.apache.lucene.analysis.util.ElisionFilter;
import org.tartarus.snowball.ext.DutchStemmer;
import org.tartarus.snowball.ext.TurkishStemmer;

/**
 * How texts become terms. Two ways for each text: plain (letters without case, width and diacritics; for phrases, beginnings
 * and typing errors) and as stems of its language, so that other forms of a word are found too. Words of Chinese, Japanese and
 * Korean are cut into pairs of characters. Any thread.
 */
final class Analyzers implements AutoCloseable {

    /** A term of a text, and where it stands there. */
    record Term(String text, int from, int to) {}

    private static final CharArraySet ITALIAN_ELISIONS = new CharArraySet(
            List.of(
                    "c", "l", "all", "dall", "dell", "nell", "sull", "coll", "pell", "gl", "agl", "dagl", "degl",
                    "negl", "sugl", "un", "m", "t", "s", "v", "d"),
            true);

    private final Analyzer plain = new Way(Languages.UNKNOWN, false);
    private final Map<String, Analyzer> stems = new ConcurrentHashMap<>();

    Analyzer plain() {
        return plain;
    }

    Analyzer stems(String language) {
        return stems.computeIfAbsent(Way.known(language) ? language : Languages.UNKNOWN, code -> new Way(code, true));
    }

    List<Term> terms(Analyzer analyzer, String text) {
        List<Term> terms = new ArrayList<>();
        try (TokenStream stream = analyzer.tokenStream("query", text)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            OffsetAttribute place = stream.addAttribute(OffsetAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                terms.add(new Term(term.toString(), place.startOffset(), place.endOffset()));
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return terms;
    }

    @Override
    public void close() {
        plain.close();
        stems.values().forEach(Analyzer::close);
    }

    /** One language, or none in particular. */
    private static final class Way extends Analyzer {

        private final String language;
        private final boolean stemmed;

        Way(String language, boolean stemmed) {
            super(PER_FIELD_REUSE_STRATEGY);
            this.language = language;
            this.stemmed = stemmed;
        }

        static boolean known(String language) {
            return switch (language) {
                case "en",
                        "de",
                        "fr",
                        "es",
                        "it",
                        "pt",
                        "nl",
                        "sv",
                        "da",
                        "no",
                        "fi",
                        "hu",
                        "tr",
                        "ru",
                        "el",
                        "ar",
                        "fa",
                        "hi",
                        "bn",
                        "id" -> true;
                default -> false;
            };
        }

        @Override
        protected TokenStreamComponents createComponents(String fieldName) {
            Tokenizer words = new StandardTokenizer();
            TokenStream narrow = new DecimalDigitFilter(new CJKWidthFilter(words));
            TokenStream lower = stemmed ? lower(narrow) : new LowerCaseFilter(narrow);
            TokenStream pairs = new CJKBigramFilter(lower);
            TokenStream forms = stemmed ? stem(pairs) : pairs;
            return new TokenStreamComponents(words, new LetterFolding(new ASCIIFoldingFilter(forms)));
        }

        private TokenStream lower(TokenStream in) {
            return switch (language) {
                case "tr" -> new TurkishLowerCaseFilter(new ApostropheFilter(in));
                case "el" -> new GreekLowerCaseFilter(in);
                default -> new LowerCaseFilter(in);
            };
        }

        private TokenStream stem(TokenStream in) {
            return switch (language) {
                case "en" -> new PorterStemFilter(new EnglishPossessiveFilter(in));
                case "de" -> new GermanLightStemFilter(new GermanNormalizationFilter(in));
                case "fr" -> new FrenchLightStemFilter(new ElisionFilter(in, FrenchAnalyzer.DEFAULT_ARTICLES));
                case "es" -> new SpanishLightStemFilter(in);
                case "it" -> new ItalianLightStemFilter(new ElisionFilter(in, ITALIAN_ELISIONS));
                case "pt" -> new PortugueseLightStemFilter(in);
                case "nl" -> new SnowballFilter(in, new DutchStemmer());
                case "sv" -> new SwedishLightStemFilter(in);
                case "da", "no" -> new NorwegianLightStemFilter(in);
                case "fi" -> new FinnishLightStemFilter(in);
                case "hu" -> new HungarianLightStemFilter(in);
                case "tr" -> new SnowballFilter(in, new TurkishStemmer());
                case "ru" -> new RussianLightStemFilter(in);
                case "el" -> new GreekStemFilter(in);
                case "ar" -> new ArabicStemFilter(new ArabicNormalizationFilter(in));
                case "fa" -> new PersianNormalizationFilter(new ArabicNormalizationFilter(in));
                case "hi" -> new HindiStemFilter(new HindiNormalizationFilter(new IndicNormalizationFilter(in)));
                case "bn" -> new BengaliStemFilter(new BengaliNormalizationFilter(new IndicNormalizationFilter(in)));
                case "id" -> new IndonesianStemFilter(in);
                default -> in;
            };
        }
    }
}
