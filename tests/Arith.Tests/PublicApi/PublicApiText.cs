using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace XrNpe.Arith.Tests;

/// <summary>The public API of an assembly as text: a line for each type and each of its members, sorted.</summary>
internal static class PublicApiText
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void",
        [typeof(object)] = "object",
        [typeof(string)] = "string",
        [typeof(bool)] = "bool",
        [typeof(char)] = "char",
        [typeof(byte)] = "byte",
        [typeof(sbyte)] = "sbyte",
        [typeof(short)] = "short",
        [typeof(ushort)] = "ushort",
        [typeof(int)] = "int",
        [typeof(uint)] = "uint",
        [typeof(long)] = "long",
        [typeof(ulong)] = "ulong",
        [typeof(float)] = "float",
        [typeof(double)] = "double",
        [typeof(decimal)] = "decimal",
        [typeof(nint)] = "nint",
        [typeof(nuint)] = "nuint",
    };

    public static string Of(Assembly assembly)
    {
        IEnumerable<string> lines = assembly.GetExportedTypes().SelectMany(type => Members(type).Prepend(Heading(type)));
        return string.Concat(lines.Order(StringComparer.Ordinal).Distinct().Select(line => line + "\n"));
    }

    private static string Heading(Type type)
    {
        string kind = type.IsEnum ? "enum"
            : type.IsInterface ? "interface"
            : typeof(Delegate).IsAssignableFrom(type) ? "delegate"
            : type.IsValueType ? (Has<IsReadOnlyAttribute>(type) ? "readonly " : "") + (type.IsByRefLike ? "ref struct" : "struct")
            : type is { IsAbstract: true, IsSealed: true } ? "static class"
            : (type.IsAbstract ? "abstract " : type.IsSealed ? "sealed " : "") + "class";
        IEnumerable<Type> bases = type.GetInterfaces().Where(face => face.IsPublic || face.IsNestedPublic);
        string[] names = type.IsEnum ? [] : [.. bases.Select(Name).Order(StringComparer.Ordinal)];
        if (type is { IsClass: true, BaseType: { } parent } && parent != typeof(object)) names = [Name(parent), .. names];
        return $"{Full(type)} = {kind}{(names.Length > 0 ? " : " + string.Join(", ", names) : "")}{Constraints(type.GetGenericArguments())}";
    }

    private static IEnumerable<string> Members(Type type)
    {
        foreach (MemberInfo member in type.GetMembers(Declared))
        {
            string? text = member switch
            {
                FieldInfo { IsLiteral: true } field when Visible(field) => $"const {Name(field.FieldType)} {field.Name} = {Literal(field.GetRawConstantValue())}",
                FieldInfo field when Visible(field) && !field.IsSpecialName => $"{Access(field)}{(field.IsStatic ? "static " : "")}{(field.IsInitOnly ? "readonly " : "")}{Name(field.FieldType)} {field.Name}",
                PropertyInfo property => Property(property),
                EventInfo { AddMethod: { } add } occurrence when Visible(add) => $"{Access(add)}{Modifiers(add)}event {Name(occurrence.EventHandlerType!)} {occurrence.Name}",
                ConstructorInfo constructor when Visible(constructor) => $"{Access(constructor)}.ctor({Parameters(constructor)})",
                MethodInfo method when Visible(method) && !IsAccessor(method) && !method.Name.Contains('<', StringComparison.Ordinal) =>
                    $"{Access(method)}{Modifiers(method)}{Name(method.ReturnParameter)} {method.Name}{Generics(method.GetGenericArguments())}({Parameters(method)}){Constraints(method.GetGenericArguments())}",
                _ => null,
            };
            if (text is not null) yield return $"{Full(type)}: {text}";
        }
    }

    private static string? Property(PropertyInfo property)
    {
        MethodInfo[] accessors = [.. property.GetAccessors(nonPublic: true).Where(Visible)];
        if (accessors.Length == 0) return null;
        string list = string.Concat(accessors.OrderBy(a => a != property.GetMethod).Select(a =>
            a == property.GetMethod ? "get; " : a.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) ? "init; " : "set; "));
        string index = property.GetIndexParameters().Length > 0 ? $"[{string.Join(", ", property.GetIndexParameters().Select(Parameter))}]" : "";
        return $"{Access(accessors[0])}{Modifiers(accessors[0])}{Name(property.PropertyType)} {property.Name}{index} {{ {list}}}";
    }

    private static bool IsAccessor(MethodInfo method) => method.IsSpecialName && !method.Name.StartsWith("op_", StringComparison.Ordinal);

    private static bool Visible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static bool Visible(FieldInfo field) => field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly;

    private static string Access(MethodBase method) => method.IsPublic ? "" : "protected ";

    private static string Access(FieldInfo field) => field.IsPublic ? "" : "protected ";

    private static string Modifiers(MethodInfo method)
    {
        string kind = method.IsStatic ? "static " : "";
        if (method.IsAbstract) return kind + (method.DeclaringType!.IsInterface && !method.IsStatic ? "" : "abstract ");
        if (method is { IsVirtual: true, IsFinal: false } && !method.DeclaringType!.IsSealed) kind += "virtual ";
        return method.GetBaseDefinition() != method ? kind + "override " : kind;
    }

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(Parameter));

    private static string Parameter(ParameterInfo parameter)
    {
        string way = parameter.IsOut ? "out " : parameter.IsIn ? "in " : parameter.ParameterType.IsByRef ? "ref " : "";
        string many = Has<ParamArrayAttribute>(parameter) || Has<ParamCollectionAttribute>(parameter) ? "params " : "";
        string start = parameter.HasDefaultValue ? $" = {(parameter is { ParameterType.IsValueType: true, DefaultValue: null } ? "default" : Literal(parameter.DefaultValue))}" : "";
        return $"{many}{way}{Name(parameter)} {parameter.Name}{start}";
    }

    private static string Name(ParameterInfo parameter)
    {
        Type type = parameter.ParameterType;
        if (!type.IsByRef) return Name(type);
        string way = parameter.Position >= 0 ? "" : Has<IsReadOnlyAttribute>(parameter) ? "ref readonly " : "ref ";
        return way + Name(type.GetElementType()!);
    }

    private static string Name(Type type)
    {
        if (Keywords.TryGetValue(type, out string? keyword)) return keyword;
        if (type.IsArray) return $"{Name(type.GetElementType()!)}[{new string(',', type.GetArrayRank() - 1)}]";
        if (type.IsPointer) return Name(type.GetElementType()!) + "*";
        if (type.IsGenericParameter) return type.Name;
        if (Nullable.GetUnderlyingType(type) is { } underlying) return Name(underlying) + "?";
        string name = type.IsNested ? $"{Name(type.DeclaringType!)}.{type.Name}" : type.Name;
        return Bare(name) + Generics(type.GetGenericArguments());
    }

    private static string Full(Type type) => $"{type.Namespace}.{Name(type)}";

    private static string Bare(string name) => name.IndexOf('`', StringComparison.Ordinal) is var tick and >= 0 ? name[..tick] : name;

    private static string Generics(Type[] arguments) => arguments.Length > 0 ? $"<{string.Join(", ", arguments.Select(Name))}>" : "";

    private static string Constraints(Type[] arguments) => string.Concat(arguments.Where(a => a.IsGenericParameter).Select(argument =>
    {
        bool isStruct = argument.GenericParameterAttributes.HasFlag(GenericParameterAttributes.NotNullableValueTypeConstraint);
        bool isClass = argument.GenericParameterAttributes.HasFlag(GenericParameterAttributes.ReferenceTypeConstraint);
        IEnumerable<string> types = argument.GetGenericParameterConstraints().Where(c => c != typeof(ValueType)).Select(Name).Order(StringComparer.Ordinal);
        string[] all = [.. isStruct ? ["struct"] : isClass ? ["class"] : Array.Empty<string>(), .. types];
        return all.Length > 0 ? $" where {argument.Name} : {string.Join(", ", all)}" : "";
    }));

    private static string Literal(object? value) => value switch
    {
        null => "null",
        bool flag => flag ? "true" : "false",
        string text => $"\"{text}\"",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static bool Has<T>(ICustomAttributeProvider provider) => provider.IsDefined(typeof(T), inherit: false);
}
