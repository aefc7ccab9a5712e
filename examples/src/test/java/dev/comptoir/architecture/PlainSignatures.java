package dev.comptoir.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import java.util.stream.Stream;

/** Whoever reads a public signature needs to know the JDK, Comptoir, and langchain4j-core's model interfaces, and nothing else. */
final class PlainSignatures extends ArchCondition<JavaClass> {
    PlainSignatures() {
        super("hold only types of the JDK, of Comptoir and of langchain4j-core in their signatures");
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        supertypes(type).forEach(used -> verify(type, "extends or implements", used, events));
        for (JavaField field : type.getFields()) {
            if (isVisible(field.getModifiers())) {
                raw(field.getType()).forEach(used -> verify(type, field.getName(), used, events));
            }
        }
        for (JavaCodeUnit unit : type.getCodeUnits()) {
            if (isVisible(unit.getModifiers())) {
                Stream.concat(
                                Stream.concat(
                                        raw(unit.getReturnType()),
                                        unit.getParameterTypes().stream().flatMap(PlainSignatures::raw)),
                                unit.getThrowsClause().getTypes().stream())
                        .forEach(used -> verify(type, unit.getName(), used, events));
            }
        }
    }

    private static Stream<JavaClass> supertypes(JavaClass type) {
        return Stream.concat(type.getRawSuperclass().stream(), type.getRawInterfaces().stream());
    }

    private static Stream<JavaClass> raw(JavaType type) {
        return type.getAllInvolvedRawTypes().stream().map(JavaClass::getBaseComponentType);
    }

    private static boolean isVisible(Set<JavaModifier> modifiers) {
        return (modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED))
                && !modifiers.contains(JavaModifier.SYNTHETIC);
    }

    private static void verify(JavaClass type, String member, JavaClass used, ConditionEvents events) {
        String name = used.getName();
        boolean plain = used.isPrimitive()
                || name.startsWith("java.")
                || name.startsWith("javax.sql.")
                || name.startsWith("javax.crypto.")
                || name.startsWith("dev.comptoir.")
                || name.startsWith("dev.langchain4j.model.")
                || name.startsWith("dev.langchain4j.rag.")
                || name.startsWith("dev.langchain4j.data.");
        if (!plain) {
            events.add(SimpleConditionEvent.violated(type, type.getName() + "." + member + " shows " + name));
        }
    }
}
