package dev.comptoir.onnx;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.comptoir.error.ConfigurationException;
import dev.comptoir.error.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@code comptoir-model.json} and lists everything that is wrong with it at once. Not thread-safe. */
final class SettingsFile {
    private static final long LARGEST = 1 << 20;
    private static final int LARGEST_LIST = 10_000;
    private static final int LARGEST_TEXT = 1000;
    private static final int LARGEST_DIMENSION = 1 << 20;
    private static final Pattern SHA256 = Pattern.compile("[0-9a-fA-F]{64}");

    private final Path file;
    private final JsonNode root;
    private final ModelKind kind;
    private final List<String> problems = new ArrayList<>();

    private SettingsFile(Path file, JsonNode root, ModelKind kind) {
        this.file = file;
        this.root = root;
        this.kind = kind;
    }

    /**
     * The settings of a folder that is to be of this kind.
     *
     * @throws ConfigurationException naming every field that is unknown or wrong
     */
    static ModelSettings read(Path folder, ModelKind kind) {
        Path file = folder.resolve(ModelSettings.FILE);
        if (!Files.exists(file)) {
            return ModelSettings.none();
        }
        JsonNode root;
        try {
            if (Files.size(file) > LARGEST) {
                throw invalid(file, "has more than " + LARGEST + " bytes.", null);
            }
            root = new ObjectMapper()
                    .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .readTree(Files.readAllBytes(file));
        } catch (IOException e) {
            throw invalid(file, "cannot be read as JSON.", e);
        }
        if (!root.isObject()) {
            throw invalid(file, "holds no JSON object.", null);
        }
        return new SettingsFile(file, root, kind).settings();
    }

    private ModelSettings settings() {
        checkKindAndNames();
        ModelSettings settings = new ModelSettings(
                fileName("model", ModelSettings.MODEL_FILE),
                fileName("tokenizer", ModelSettings.TOKENIZER_FILE),
                number("maxTokens", ModelSettings.LARGEST_MAX_TOKENS),
                text("queryPrefix"),
                text("documentPrefix"),
                choice("pooling", Pooling.values(), null),
                flag("normalize"),
                number("dimension", LARGEST_DIMENSION),
                Boolean.TRUE.equals(flag("batchExact")),
                texts("labels"),
                activation(),
                temperature(),
                texts("features"),
                hashes());
        if (!problems.isEmpty()) {
            throw invalid(file, "cannot be followed. " + String.join(" ", problems), null);
        }
        return settings;
    }

    private void checkKindAndNames() {
        JsonNode given = root.path("kind");
        if (!given.isTextual() || !given.textValue().equals(kind.name().toLowerCase(Locale.ROOT))) {
            problems.add("kind is " + shown(given) + "; for this use it must be \""
                    + kind.name().toLowerCase(Locale.ROOT) + "\".");
        }
        root.fieldNames().forEachRemaining(name -> {
            boolean common = name.equals("kind") || name.equals("model") || name.equals("sha256");
            if (!common && !kind.allows(name)) {
                boolean ofOthers = false;
                for (ModelKind other : ModelKind.values()) {
                    ofOthers |= other.allows(name);
                }
                problems.add(name + " is "
                        + (ofOthers ? "no field of the kind " + kind.name().toLowerCase(Locale.ROOT) : "unknown")
                        + ". Maybe a spelling mistake, or a later release's?");
            }
        });
    }

    private @Nullable JsonNode field(String name) {
        JsonNode node = root.get(name);
        return node != null && kind.allows(name) ? node : null;
    }

    private <T> @Nullable T read(String name, String wanted, Function<JsonNode, @Nullable T> reader) {
        JsonNode node = field(name);
        if (node == null) {
            return null;
        }
        T value = reader.apply(node);
        if (value == null) {
            problems.add(name + " is " + shown(node) + "; it must be " + wanted + ".");
        }
        return value;
    }

    private @Nullable Integer number(String name, int most) {
        return read(
                name,
                "a whole number from 1 to " + most,
                node -> node.isInt() && node.intValue() >= 1 && node.intValue() <= most ? node.intValue() : null);
    }

    private @Nullable Boolean flag(String name) {
        return read(name, "true or false", node -> node.isBoolean() ? node.booleanValue() : null);
    }

    private @Nullable String text(String name) {
        return read(
                name,
                "a text of at most " + LARGEST_TEXT + " characters",
                node -> node.isTextual() && node.textValue().length() <= LARGEST_TEXT ? node.textValue() : null);
    }

    private <E extends Enum<E>> @Nullable E choice(String name, E[] values, @Nullable E otherwise) {
        List<String> names = new ArrayList<>();
        for (E value : values) {
            names.add(value.name().toLowerCase(Locale.ROOT));
        }
        E chosen = read(name, "one of " + String.join(", ", names), node -> {
            int at = node.isTextual() ? names.indexOf(node.textValue()) : -1;
            return at < 0 ? null : values[at];
        });
        return chosen == null ? otherwise : chosen;
    }

    private Activation activation() {
        Activation chosen = choice("activation", Activation.values(), null);
        return chosen == null ? Activation.SOFTMAX : chosen;
    }

    private double temperature() {
        Double given = read(
                "temperature",
                "a number from 0.01 to 100",
                node -> node.isNumber() && node.doubleValue() >= 0.01 && node.doubleValue() <= 100
                        ? node.doubleValue()
                        : null);
        return given == null ? 1 : given;
    }

    private List<String> texts(String name) {
        List<String> texts = read(
                name,
                "a list of 1 to " + LARGEST_LIST + " texts, none of them blank or twice there",
                SettingsFile::distinctTexts);
        return texts == null ? List.of() : texts;
    }

    private static @Nullable List<String> distinctTexts(JsonNode node) {
        Set<String> texts = new LinkedHashSet<>();
        for (JsonNode text : node) {
            if (!text.isTextual() || text.textValue().isBlank() || !texts.add(text.textValue())) {
                return null;
            }
        }
        return node.isArray() && !texts.isEmpty() && texts.size() <= LARGEST_LIST ? List.copyOf(texts) : null;
    }

    private String fileName(String name, String otherwise) {
        JsonNode node = root.get(name);
        if (node == null || (name.equals("tokenizer") && !kind.readsText())) {
            return otherwise;
        }
        if (!node.isTextual() || !staysInside(node.textValue())) {
            problems.add(name + " is " + shown(node) + "; it must be the name of a file within the folder.");
            return otherwise;
        }
        return node.textValue();
    }

    private boolean staysInside(String name) {
        if (name.isBlank() || name.indexOf('\0') >= 0 || name.indexOf('\\') >= 0 || name.indexOf(':') >= 0) {
            return false;
        }
        Path folder = file.toAbsolutePath().normalize().getParent();
        Path path = folder == null ? null : folder.resolve(name).normalize();
        return path != null && path.startsWith(folder) && !path.equals(folder) && !name.startsWith("/");
    }

    private Map<String, String> hashes() {
        JsonNode node = root.get("sha256");
        Map<String, String> hashes = new TreeMap<>();
        if (node == null) {
            return hashes;
        }
        boolean wrong = !node.isObject();
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            JsonNode hash = entry.getValue();
            if (hash.isTextual() && SHA256.matcher(hash.textValue()).matches() && staysInside(entry.getKey())) {
                hashes.put(entry.getKey(), hash.textValue().toLowerCase(Locale.ROOT));
            } else {
                wrong = true;
            }
        }
        if (wrong) {
            problems.add("sha256 must be an object of file names within the folder, each with 64 hexadecimal digits.");
        }
        return hashes;
    }

    private static String shown(JsonNode node) {
        String text = node.isMissingNode() ? "missing" : node.toString();
        return text.length() > 60 ? text.substring(0, 60) + "..." : text;
    }

    private static ConfigurationException invalid(Path file, String what, @Nullable Throwable cause) {
        return new ConfigurationException(
                ErrorCode.CONFIGURATION_INVALID, "The settings file " + file + " " + what, cause);
    }
}
