package dev.comptoir.assist.retrieve;

import java.util.Iterator;
import java.util.Map;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.TermFrequencyAttribute;

/** Feeds Lucene each term once with its weighted frequency. */
final class WeightedTerms extends TokenStream {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final TermFrequencyAttribute frequency = addAttribute(TermFrequencyAttribute.class);
    private final Iterator<Map.Entry<String, Integer>> terms;

    WeightedTerms(Map<String, Integer> frequencies) {
        this.terms = frequencies.entrySet().iterator();
    }

    @Override
    public boolean incrementToken() {
        if (!terms.hasNext()) {
            return false;
        }
        Map.Entry<String, Integer> next = terms.next();
        clearAttributes();
        term.append(next.getKey());
        frequency.setTermFrequency(next.getValue());
        return true;
    }
}
