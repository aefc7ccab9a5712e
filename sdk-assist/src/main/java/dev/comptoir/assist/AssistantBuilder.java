package dev.comptoir.assist;

import dev.comptoir.Business;
import dev.comptoir.assist.certify.Autonomy;
import dev.comptoir.assist.embed.BilingualEmbedder;
import dev.comptoir.assist.generate.ReplyWriter;
import dev.comptoir.assist.generate.Templates;
import dev.comptoir.assist.intent.IntentModel;
import dev.comptoir.assist.knowledge.Knowledge;
import dev.comptoir.assist.lookup.Lookup;
import dev.comptoir.assist.lookup.Lookups;
import dev.comptoir.assist.retrieve.FusionFit;
import dev.comptoir.assist.retrieve.FusionWeights;
import dev.comptoir.assist.retrieve.HybridRetriever;
import dev.comptoir.assist.route.Route;
import dev.comptoir.assist.route.Router;
import dev.comptoir.assist.route.Thresholds;
import dev.comptoir.assist.understand.EntityExtractor;
import dev.comptoir.assist.understand.Language;
import dev.comptoir.error.ConfigurationException;
import dev.comptoir.error.ErrorCode;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.scoring.ScoringModel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Gathers the settings of an {@link Assistant}. Not thread-safe. Everything but the business is optional. */
public final class AssistantBuilder {
    private static final Duration MAX_DEADLINE = Duration.ofMinutes(5);
    private static final Duration LOOKUP_DEADLINE = Duration.ofSeconds(2);
    private static final int MAX_TEMPLATE = 1_000;

    private final Business business;
    private final Language staff;
    private final List<Path> folders = new ArrayList<>();
    private Knowledge given = Knowledge.empty();
    private @Nullable EmbeddingModel embeddings;
    private boolean wordsAlone;
    private Set<Language> embeddingLanguages = Set.of(Language.FRENCH, Language.ENGLISH);
    private @Nullable ScoringModel reranker;
    private @Nullable FusionWeights fusion;
    private @Nullable ChatModel chat;
    private @Nullable Autonomy autonomy;
    private @Nullable IntentModel intents;
    private final List<Lookup> lookups = new ArrayList<>();
    private @Nullable Lookups prepared;
    private @Nullable EntityExtractor entities;
    private double draftThreshold = Thresholds.defaults().draft();
    private Duration deadline = Duration.ofSeconds(10);
    private Templates templates = Templates.defaults();
    private final List<String> templateProblems = new ArrayList<>();

    AssistantBuilder(Business business) {
        this.business = Objects.requireNonNull(business, "business");
        this.staff = Language.of(business.settings().language());
    }

    /** A folder of questions and answers, see {@link Knowledge}; may be given several times. */
    public AssistantBuilder knowledge(Path folder) {
        folders.add(Objects.requireNonNull(folder, "folder"));
        return this;
    }

    /** Questions and answers that the vendor keeps elsewhere; added to those of folders. */
    public AssistantBuilder knowledge(Knowledge knowledge) {
        given = given.and(knowledge);
        return this;
    }

    /**
     * Compares meaning by this model instead of {@link BilingualEmbedder}. It is trusted in English only, as most small models
     * must be.
     */
    public AssistantBuilder embeddings(EmbeddingModel model) {
        return embeddings(model, Set.of(Language.ENGLISH));
    }

    /** Compares meaning by this model. Trust it in the languages it was trained and measured in, no others. */
    public AssistantBuilder embeddings(EmbeddingModel model, Set<Language> languages) {
        this.embeddings = Objects.requireNonNull(model, "model");
        this.embeddingLanguages = Set.copyOf(languages);
        return this;
    }

    /** Compares words alone: no vectors, and 25 MB less in a JVM that needs them for nobody. */
    public AssistantBuilder wordsAlone() {
        this.wordsAlone = true;
        return this;
    }

    /** Reads question and entry together and puts the best entries in another order, within two seconds or not at all. */
    public AssistantBuilder reranker(ScoringModel model) {
        this.reranker = Objects.requireNonNull(model, "model");
        return this;
    }

    /** How much words and meaning count, as {@link FusionFit} finds from labelled queries; usual ones unless set. */
    public AssistantBuilder fusion(FusionWeights weights) {
        this.fusion = Objects.requireNonNull(weights, "weights");
        return this;
    }

    /**
     * Words drafts, never answers; the customer's message and the entries found are sent to it, but for messages that speak of
     * health, faith and the like.
     */
    public AssistantBuilder chat(ChatModel model) {
        this.chat = Objects.requireNonNull(model, "model");
        return this;
    }

    /** What may be sent alone, and is withdrawn once it goes wrong; without it every reply is a draft at best. */
    public AssistantBuilder autonomy(Autonomy autonomy) {
        this.autonomy = Objects.requireNonNull(autonomy, "autonomy");
        return this;
    }

    /** Tells what questions want: foreign ones are handed over, as is what is significant. Not closed with the assistant. */
    public AssistantBuilder intents(IntentModel model) {
        this.intents = Objects.requireNonNull(model, "model");
        return this;
    }

    /**
     * Answers a kind of question from what is true now, before the knowledge; may be given several times, first come first. Asked
     * in the thread that replies.
     */
    public AssistantBuilder lookup(Lookup lookup) {
        lookups.add(Objects.requireNonNull(lookup, "lookup"));
        return this;
    }

    /** The same for look-ups on threads of their own; instead of single ones. */
    public AssistantBuilder lookups(Lookups lookups) {
        this.prepared = Objects.requireNonNull(lookups, "lookups");
        return this;
    }

    /** Finds order numbers, products and days in messages, for look-ups; the business's catalogue alone unless set. */
    public AssistantBuilder entities(EntityExtractor extractor) {
        this.entities = Objects.requireNonNull(extractor, "extractor");
        return this;
    }

    /** The confidence from which an entry makes a draft, 0..1; .35 unless set. */
    public AssistantBuilder draftThreshold(double threshold) {
        this.draftThreshold = threshold;
        return this;
    }

    /** How long a draft waits for the chat model, up to 5 minutes; 10 seconds unless set. */
    public AssistantBuilder deadline(Duration deadline) {
        this.deadline = Objects.requireNonNull(deadline, "deadline");
        return this;
    }

    /** The words before the body, at most 1,000 characters; none where empty. */
    public AssistantBuilder greeting(Language language, String greeting) {
        checkTemplate("greeting", greeting);
        templates = templates.withGreeting(language, greeting);
        return this;
    }

    /** The words after the body, at most 1,000 characters; none where empty. An answer's disclosure always follows. */
    public AssistantBuilder closing(Language language, String closing) {
        checkTemplate("closing", closing);
        templates = templates.withClosing(language, closing);
        return this;
    }

    /**
     * Reads the knowledge and indexes it.
     *
     * @throws ConfigurationException naming all problems at once
     * @throws dev.comptoir.error.ModelException when the embedding model fails
     */
    public Assistant build() {
        List<String> problems = new ArrayList<>(templateProblems);
        checkShare("draftThreshold", draftThreshold, problems);
        if (deadline.isNegative() || deadline.isZero() || deadline.compareTo(MAX_DEADLINE) > 0) {
            problems.add("deadline is " + deadline + "; it is longer than nothing and at most " + MAX_DEADLINE + ".");
        }
        Lookups asked = lookups(problems);
        int settings = problems.size();
        Knowledge knowledge = given;
        for (Path folder : folders) {
            try {
                knowledge = knowledge.and(Knowledge.load(folder, staff));
            } catch (ConfigurationException e) {
                problems.add(String.valueOf(e.getMessage()));
            }
        }
        if (!problems.isEmpty()) {
            throw new ConfigurationException(
                    settings == 0 ? ErrorCode.KNOWLEDGE_UNREADABLE : ErrorCode.CONFIGURATION_INVALID,
                    "The assistant cannot be built: " + String.join(" ", problems));
        }
        return build(knowledge, asked);
    }

    private Lookups lookups(List<String> problems) {
        Lookups given = prepared;
        if (given != null && !lookups.isEmpty()) {
            problems.add(
                    "lookups is set beside " + lookups.size() + " single lookup. Maybe put them all into lookups?");
        }
        try {
            return given != null ? given : Lookups.inCallersThread(lookups, LOOKUP_DEADLINE);
        } catch (IllegalArgumentException e) {
            problems.add(String.valueOf(e.getMessage()));
            return Lookups.none();
        }
    }

    private Assistant build(Knowledge knowledge, Lookups asked) {
        EmbeddingModel model = embeddings != null || wordsAlone ? embeddings : BilingualEmbedder.load();
        Set<Language> languages = embeddingLanguages;
        HybridRetriever.Builder retriever = HybridRetriever.builder(knowledge).fallbackLanguage(staff);
        if (model != null) {
            retriever.embeddings(model, languages);
        }
        if (reranker != null) {
            retriever.reranker(reranker);
        }
        if (fusion != null) {
            retriever.weights(fusion);
        }
        ReplyWriter writer = chat == null
                ? ReplyWriter.extractive(templates)
                : ReplyWriter.worded(templates, chat, deadline, business.id().value());
        return new Assistant(new Parts(
                business,
                knowledge,
                retriever.build(),
                new Router(Thresholds.defaults().withDraft(draftThreshold)),
                writer,
                asked,
                entities == null ? EntityExtractor.of(business.catalog(), List.of()) : entities,
                intents,
                autonomy,
                scoreVersion(model, languages)));
    }

    /** Everything that scores depend on but the knowledge. */
    private String scoreVersion(@Nullable EmbeddingModel model, Set<Language> languages) {
        String name = model == null ? "none" : model.modelName();
        String codes = languages.stream().map(Language::code).sorted().toList().toString();
        String second = reranker == null ? "" : reranker.getClass().getName();
        String weights = fusion == null ? "" : fusion.toString();
        return Known.scoreVersion(List.of(Route.Grade.VERSION, name, model == null ? "" : codes, second, weights));
    }

    /** What an assistant is made of. */
    record Parts(
            Business business,
            Knowledge knowledge,
            HybridRetriever retriever,
            Router router,
            ReplyWriter writer,
            Lookups lookups,
            EntityExtractor entities,
            @Nullable IntentModel intents,
            @Nullable Autonomy autonomy,
            String scoreVersion) {}

    private void checkTemplate(String what, String text) {
        if (text.length() > MAX_TEMPLATE) {
            templateProblems.add(
                    "The " + what + " has " + text.length() + " characters; at most " + MAX_TEMPLATE + " are allowed.");
        }
    }

    private static void checkShare(String name, double value, List<String> problems) {
        if (!(value >= 0 && value <= 1)) {
            problems.add(name + " is " + value + "; it lies between 0 and 1.");
        }
    }
}
