// Made by scripts/validators.ts from schemas/configuration.schema.json.
"use strict";
export const validate = validate10;
export default validate10;
const schema11 = {"$schema":"http://json-schema.org/draft-07/schema#","$id":"https://raw.githubusercontent.com/cilium-mesh-lint/cilium-mesh-lint/main/schemas/configuration.schema.json","title":"Cilium Mesh Lint","description":"What Cilium Mesh Lint cannot see in a workspace, and how loudly it should speak. The file is called .cilium-mesh-lint.yaml and lies at the root of the workspace.","type":"object","additionalProperties":false,"properties":{"clusters":{"description":"Which files belong to which cluster. A mesh in one cluster is no evidence for another. Files that no cluster names belong to all of them. Without this the folders tell, such as clusters/NAME/.","type":"array","items":{"type":"object","additionalProperties":false,"required":["name","include"],"properties":{"name":{"description":"How messages call the cluster.","type":"string","pattern":"\\S"},"include":{"description":"Globs of the cluster's files, relative to this file, such as prod/** or apps/*/prod.yaml.","type":"array","minItems":1,"items":{"type":"string","pattern":"\\S"}}}}},"ignore":{"description":"Globs of files that are not read at all, relative to this file.","type":"array","items":{"type":"string","pattern":"\\S"}},"severities":{"description":"How loudly each rule speaks, or off.","type":"object","additionalProperties":false,"properties":{"socket-lb-bypasses-mesh":{"$ref":"#/definitions/severity"},"socket-lb-disabled-has-no-effect":{"$ref":"#/definitions/severity"},"host-namespace-only-has-no-effect":{"$ref":"#/definitions/severity"},"cni-exclusive-evicts-mesh-cni":{"$ref":"#/definitions/severity"},"host-routing-breaks-ambient-probes":{"$ref":"#/definitions/severity"},"policy-blocks-mesh-port":{"$ref":"#/definitions/severity"},"policy-blocks-ambient-probes":{"$ref":"#/definitions/severity"},"policy-blocks-control-plane":{"$ref":"#/definitions/severity"},"l7-policy-on-mesh-traffic":{"$ref":"#/definitions/severity"},"setting-has-no-effect":{"$ref":"#/definitions/severity"},"setting-rejected":{"$ref":"#/definitions/severity"},"unknown-setting":{"$ref":"#/definitions/severity"},"no-mesh-encryption":{"$ref":"#/definitions/severity"},"two-meshes":{"$ref":"#/definitions/severity"},"injection-labels-conflict":{"$ref":"#/definitions/severity"},"gateway-lost-with-host-namespace-only":{"$ref":"#/definitions/severity"},"kube-proxy-still-runs":{"$ref":"#/definitions/severity"},"deprecated-feature":{"$ref":"#/definitions/severity"},"invalid-field":{"$ref":"#/definitions/severity"},"unused-suppression":{"$ref":"#/definitions/severity"},"invalid-configuration":{"$ref":"#/definitions/severity"}}},"suppressions":{"description":"Findings that are meant to be. They are not reported.","type":"array","items":{"type":"object","additionalProperties":false,"required":["rule","include"],"properties":{"rule":{"description":"The rule that is not to speak.","$ref":"#/definitions/rule"},"include":{"description":"Globs of the files in which it is not to speak, relative to this file.","type":"array","minItems":1,"items":{"type":"string","pattern":"\\S"}},"reason":{"description":"Why.","type":"string"}}}},"cilium":{"description":"What these files do not tell of Cilium.","type":"object","additionalProperties":false,"properties":{"version":{"description":"The version, or the range of versions, of every install that names none itself, such as \"1.16.4\" or \"~1.16\".","type":"string","pattern":"\\S"}}},"kernel":{"description":"The oldest Linux kernel of the nodes, such as \"5.15\". Some settings need a newer one.","type":"string","pattern":"^[0-9]+\\.[0-9]+(\\.[0-9]+)?$"}},"definitions":{"rule":{"enum":["socket-lb-bypasses-mesh","socket-lb-disabled-has-no-effect","host-namespace-only-has-no-effect","cni-exclusive-evicts-mesh-cni","host-routing-breaks-ambient-probes","policy-blocks-mesh-port","policy-blocks-ambient-probes","policy-blocks-control-plane","l7-policy-on-mesh-traffic","setting-has-no-effect","setting-rejected","unknown-setting","no-mesh-encryption","two-meshes","injection-labels-conflict","gateway-lost-with-host-namespace-only","kube-proxy-still-runs","deprecated-feature","invalid-field","unused-suppression","invalid-configuration"]},"severity":{"enum":["error","warning","information","hint","off"]}}};
const schema12 = {"enum":["error","warning","information","hint","off"]};
const schema33 = {"enum":["socket-lb-bypasses-mesh","socket-lb-disabled-has-no-effect","host-namespace-only-has-no-effect","cni-exclusive-evicts-mesh-cni","host-routing-breaks-ambient-probes","policy-blocks-mesh-port","policy-blocks-ambient-probes","policy-blocks-control-plane","l7-policy-on-mesh-traffic","setting-has-no-effect","setting-rejected","unknown-setting","no-mesh-encryption","two-meshes","injection-labels-conflict","gateway-lost-with-host-namespace-only","kube-proxy-still-runs","deprecated-feature","invalid-field","unused-suppression","invalid-configuration"]};
const pattern0 = new RegExp("\\S", "u");
const pattern5 = new RegExp("^[0-9]+\\.[0-9]+(\\.[0-9]+)?$", "u");
const func2 = Object.prototype.hasOwnProperty;

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="https://raw.githubusercontent.com/cilium-mesh-lint/cilium-mesh-lint/main/schemas/configuration.schema.json" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((((((key0 === "clusters") || (key0 === "ignore")) || (key0 === "severities")) || (key0 === "suppressions")) || (key0 === "cilium")) || (key0 === "kernel"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.clusters !== undefined){
let data0 = data.clusters;
if(Array.isArray(data0)){
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
let data1 = data0[i0];
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
if(data1.name === undefined){
const err1 = {instancePath:instancePath+"/clusters/" + i0,schemaPath:"#/properties/clusters/items/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data1.include === undefined){
const err2 = {instancePath:instancePath+"/clusters/" + i0,schemaPath:"#/properties/clusters/items/required",keyword:"required",params:{missingProperty: "include"},message:"must have required property '"+"include"+"'"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key1 in data1){
if(!((key1 === "name") || (key1 === "include"))){
const err3 = {instancePath:instancePath+"/clusters/" + i0,schemaPath:"#/properties/clusters/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data1.name !== undefined){
let data2 = data1.name;
if(typeof data2 === "string"){
if(!pattern0.test(data2)){
const err4 = {instancePath:instancePath+"/clusters/" + i0+"/name",schemaPath:"#/properties/clusters/items/properties/name/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\""};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/clusters/" + i0+"/name",schemaPath:"#/properties/clusters/items/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data1.include !== undefined){
let data3 = data1.include;
if(Array.isArray(data3)){
if(data3.length < 1){
const err6 = {instancePath:instancePath+"/clusters/" + i0+"/include",schemaPath:"#/properties/clusters/items/properties/include/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
const len1 = data3.length;
for(let i1=0; i1<len1; i1++){
let data4 = data3[i1];
if(typeof data4 === "string"){
if(!pattern0.test(data4)){
const err7 = {instancePath:instancePath+"/clusters/" + i0+"/include/" + i1,schemaPath:"#/properties/clusters/items/properties/include/items/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\""};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
else {
const err8 = {instancePath:instancePath+"/clusters/" + i0+"/include/" + i1,schemaPath:"#/properties/clusters/items/properties/include/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
}
else {
const err9 = {instancePath:instancePath+"/clusters/" + i0+"/include",schemaPath:"#/properties/clusters/items/properties/include/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
}
else {
const err10 = {instancePath:instancePath+"/clusters/" + i0,schemaPath:"#/properties/clusters/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
}
else {
const err11 = {instancePath:instancePath+"/clusters",schemaPath:"#/properties/clusters/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.ignore !== undefined){
let data5 = data.ignore;
if(Array.isArray(data5)){
const len2 = data5.length;
for(let i2=0; i2<len2; i2++){
let data6 = data5[i2];
if(typeof data6 === "string"){
if(!pattern0.test(data6)){
const err12 = {instancePath:instancePath+"/ignore/" + i2,schemaPath:"#/properties/ignore/items/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\""};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
else {
const err13 = {instancePath:instancePath+"/ignore/" + i2,schemaPath:"#/properties/ignore/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
}
else {
const err14 = {instancePath:instancePath+"/ignore",schemaPath:"#/properties/ignore/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data.severities !== undefined){
let data7 = data.severities;
if(data7 && typeof data7 == "object" && !Array.isArray(data7)){
for(const key2 in data7){
if(!(func2.call(schema11.properties.severities.properties, key2))){
const err15 = {instancePath:instancePath+"/severities",schemaPath:"#/properties/severities/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data7["socket-lb-bypasses-mesh"] !== undefined){
let data8 = data7["socket-lb-bypasses-mesh"];
if(!(((((data8 === "error") || (data8 === "warning")) || (data8 === "information")) || (data8 === "hint")) || (data8 === "off"))){
const err16 = {instancePath:instancePath+"/severities/socket-lb-bypasses-mesh",schemaPath:"#/definitions/severity/enum",keyword:"enum",params:{allowedValues: schema12.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data7["socket-lb-disabled-has-no-effect"] !== undefined){
let data9 = data7["socket-lb-disabled-has-no-effect"];
if(!(((((data9 === "error") || (data9 === "warning")) || (data9 === "information")) || (data9 === "hint")) || (data9 === "off"))){
const err17 = {instancePath:instancePath+"/severities/socket-lb-disabled-has-no-effect",schemaPath:"#/definitions/severity/enum",keyword:"enum",params:{allowedValues: schema12.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data7["host-namespace-only-has-no-effect"] !== undefined){
let data10 = data7["host-namespace-only-has-no-effect"];
if(!(((((data10 === "error") || (data10 === "warning")) || (data10 === "information")) || (data10 === "hint")) || (data10 === "off"))){
const err18 = {instancePath:instancePath+"/severities/host-namespace-only-has-no-effect",schemaPath:"#/definitions/severity/enum",keyword:"enum",params:{allowedValues: schema12.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data7["cni-exclusive-evicts-mesh-cni"] !== undefined){
let data11 = data7["cni-exclusive-evicts-mesh-cni"];
if(!(((((data11 === "error") || (data11 === "warning")) || (data11 === "information")) || (data11 === "hint")) || (data11 === "off"))){
const err19 = {instancePath:instancePath+"/severities/cni-exclusive-evicts-mesh-cni",schemaPath:"#/definitions/severity/enum",keyword:"enum",params:{allowedValues: schema12.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data7["host-routing-breaks-ambient-probes"] !== undefined){
let data12 = data7["host-routing-breaks-ambient-probes"];
if(!(((((data12 === "error") || (data12 === "warning")) || (data12 === "information")) || (data12 === "hint")) || (data12 === "off"))){
const err20 = {instancePath:instancePath+"/severities/host-routing-breaks-ambient-probes",schemaPath:"#/definitions/severity/enum",keyword:"enum",params:{allowedValues: schema12.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data7["policy-blocks-mesh-port"] !== undefined){
let data13 = data7["policy-blocks-mesh-port"];
if(!(((((data13 === "error") || (data13 === "warning")) || (data13 === "information")) || (data13 === "hint")) || (data13 === "off"))){
const err21 = {instancePath:instancePath+"/severities/policy-blocks-mesh-port",schemaPath:"#/definitions/severity/enum",keyword:"enum",params:{allowedValues: schema12.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data7["policy-blocks-ambient-probes"] !== undefined){
let data14 = data7["policy-blocks-ambient-probes"];
if(!(((((data14 === "error") || (data14 === "warning")) || (data14 === "information")) || (data14 === "hint")) || (data14 === "off"))){
const err22 = {instancePath:instancePath+"/severities/policy-blocks-ambient-probes",schemaPath:"#/definitions/severity/enum",keyword:"enum",params:{allowedValues: schema12.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data7["policy-blocks-control-plane"] !== undefined){
let data15 = data7["policy-blocks-control-plane"];
if(!(((((data15 === "error") || (data15 === "warning")) || (data15 === "information")) || (data15 === "hint")) || (data15 === "off"))){
const err23 = {instancePath:instancePath+"/severities/policy-blocks-control-plane",schemaPath:"#/definitions/severity/enum",keyword:"enum",params:{allowedValues: schema12.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data7["l7-policy-on-mesh-traffic"] !== undefined){
let data16 = data7["l7-policy-on-mesh-traffic"];
if(!(((((data16 === "error") || (data16 === "warning")) || (data16 === "information")) || (data16 === "hint")) || (data16 === "off"))){
const err24 = {instancePath:instancePath+"/severities/l7-policy-on-mesh-traffic",schemaPath:"#/definitions/severity/enum",keyword:"enum",params:{allowedValues: schema12.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data7["setting-has-no-effect"] !== undefined){
let data17 = data7["setting-has-no-effect"];
if(!(((((data17 === "error") || (data17 === "warning")) || (data17 === "information")) || (data17 === "hint")) || (data17 === "off"))){
const err25 = {instancePath:instancePath+"/severities/setting-has-no-effect",schemaPath:"#/definitions/severity/enum",keyword:"enum",params:{allowedValues: schema12.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data7["setting-rejected"] !== undefined){
let data18 = data7["setting-rejected"];
if(!(((((data18 === "error") || (data18 === "warning")) || (data18 === "information")) || (data18 === "hint")) || (data18 === "off"))){
const err26 = {instancePath:instancePath+"/severities/setting-rejected",schemaPath:"#/definitions/severity/enum",keyword:"enum",params:{allowedValues: schema12.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
if(data7["unknown-setting"] !== undefined){
let data19 = data7["unknown-setting"];
if(!(((((data19 === "error") || (data19 === "warning")) || (data19 === "information")) || (data19 === "hint")) || (data19 === "off"))){
const err27 = {instancePath:instancePath+"/severities/unknown-setting",schemaPath:"#/definitions/severity/enum",keyword:"enum",params:{allowedValues: schema12.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
if(data7["no-mesh-encryption"] !== undefined){
let data20 = data7["no-mesh-encryption"];
if(!(((((data20 === "error") || (data20 === "warning")) || (data20 === "information")) || (data20 === "hint")) || (data20 === "off"))){
const err28 = {instancePath:instancePath+"/severities/no-mesh-encryption",schemaPath:"#/definitions/severity/enum",keyword:"enum",params:{allowedValues: schema12.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data7["two-meshes"] !== undefined){
let data21 = data7["two-meshes"];
if(!(((((data21 === "error") || (data21 === "warning")) || (data21 === "information")) || (data21 === "hint")) || (data21 === "off"))){
const err29 = {instancePath:instancePath+"/severities/two-meshes",schemaPath:"#/definitions/severity/enum",keyword:"enum",params:{allowedValues: schema12.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
if(data7["injection-labels-conflict"] !== undefined){
let data22 = data7["injection-labels-conflict"];
if(!(((((data22 === "error") || (data22 === "warning")) || (data22 === "information")) || (data22 === "hint")) || (data22 === "off"))){
const err30 = {instancePath:instancePath+"/severities/injection-labels-conflict",schemaPath:"#/definitions/severity/enum",keyword:"enum",params:{allowedValues: schema12.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
if(data7["gateway-lost-with-host-namespace-only"] !== undefined){
let data23 = data7["gateway-lost-with-host-namespace-only"];
if(!(((((data23 === "error") || (data23 === "warning")) || (data23 === "information")) || (data23 === "hint")) || (data23 === "off"))){
const err31 = {instancePath:instancePath+"/severities/gateway-lost-with-host-namespace-only",schemaPath:"#/definitions/severity/enum",keyword:"enum",params:{allowedValues: schema12.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
if(data7["kube-proxy-still-runs"] !== undefined){
let data24 = data7["kube-proxy-still-runs"];
if(!(((((data24 === "error") || (data24 === "warning")) || (data24 === "information")) || (data24 === "hint")) || (data24 === "off"))){
const err32 = {instancePath:instancePath+"/severities/kube-proxy-still-runs",schemaPath:"#/definitions/severity/enum",keyword:"enum",params:{allowedValues: schema12.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
if(data7["deprecated-feature"] !== undefined){
let data25 = data7["deprecated-feature"];
if(!(((((data25 === "error") || (data25 === "warning")) || (data25 === "information")) || (data25 === "hint")) || (data25 === "off"))){
const err33 = {instancePath:instancePath+"/severities/deprecated-feature",schemaPath:"#/definitions/severity/enum",keyword:"enum",params:{allowedValues: schema12.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
if(data7["invalid-field"] !== undefined){
let data26 = data7["invalid-field"];
if(!(((((data26 === "error") || (data26 === "warning")) || (data26 === "information")) || (data26 === "hint")) || (data26 === "off"))){
const err34 = {instancePath:instancePath+"/severities/invalid-field",schemaPath:"#/definitions/severity/enum",keyword:"enum",params:{allowedValues: schema12.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
if(data7["unused-suppression"] !== undefined){
let data27 = data7["unused-suppression"];
if(!(((((data27 === "error") || (data27 === "warning")) || (data27 === "information")) || (data27 === "hint")) || (data27 === "off"))){
const err35 = {instancePath:instancePath+"/severities/unused-suppression",schemaPath:"#/definitions/severity/enum",keyword:"enum",params:{allowedValues: schema12.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
if(data7["invalid-configuration"] !== undefined){
let data28 = data7["invalid-configuration"];
if(!(((((data28 === "error") || (data28 === "warning")) || (data28 === "information")) || (data28 === "hint")) || (data28 === "off"))){
const err36 = {instancePath:instancePath+"/severities/invalid-configuration",schemaPath:"#/definitions/severity/enum",keyword:"enum",params:{allowedValues: schema12.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
}
else {
const err37 = {instancePath:instancePath+"/severities",schemaPath:"#/properties/severities/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
if(data.suppressions !== undefined){
let data29 = data.suppressions;
if(Array.isArray(data29)){
const len3 = data29.length;
for(let i3=0; i3<len3; i3++){
let data30 = data29[i3];
if(data30 && typeof data30 == "object" && !Array.isArray(data30)){
if(data30.rule === undefined){
const err38 = {instancePath:instancePath+"/suppressions/" + i3,schemaPath:"#/properties/suppressions/items/required",keyword:"required",params:{missingProperty: "rule"},message:"must have required property '"+"rule"+"'"};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
if(data30.include === undefined){
const err39 = {instancePath:instancePath+"/suppressions/" + i3,schemaPath:"#/properties/suppressions/items/required",keyword:"required",params:{missingProperty: "include"},message:"must have required property '"+"include"+"'"};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
for(const key3 in data30){
if(!(((key3 === "rule") || (key3 === "include")) || (key3 === "reason"))){
const err40 = {instancePath:instancePath+"/suppressions/" + i3,schemaPath:"#/properties/suppressions/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
if(data30.rule !== undefined){
let data31 = data30.rule;
if(!(((((((((((((((((((((data31 === "socket-lb-bypasses-mesh") || (data31 === "socket-lb-disabled-has-no-effect")) || (data31 === "host-namespace-only-has-no-effect")) || (data31 === "cni-exclusive-evicts-mesh-cni")) || (data31 === "host-routing-breaks-ambient-probes")) || (data31 === "policy-blocks-mesh-port")) || (data31 === "policy-blocks-ambient-probes")) || (data31 === "policy-blocks-control-plane")) || (data31 === "l7-policy-on-mesh-traffic")) || (data31 === "setting-has-no-effect")) || (data31 === "setting-rejected")) || (data31 === "unknown-setting")) || (data31 === "no-mesh-encryption")) || (data31 === "two-meshes")) || (data31 === "injection-labels-conflict")) || (data31 === "gateway-lost-with-host-namespace-only")) || (data31 === "kube-proxy-still-runs")) || (data31 === "deprecated-feature")) || (data31 === "invalid-field")) || (data31 === "unused-suppression")) || (data31 === "invalid-configuration"))){
const err41 = {instancePath:instancePath+"/suppressions/" + i3+"/rule",schemaPath:"#/definitions/rule/enum",keyword:"enum",params:{allowedValues: schema33.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
if(data30.include !== undefined){
let data32 = data30.include;
if(Array.isArray(data32)){
if(data32.length < 1){
const err42 = {instancePath:instancePath+"/suppressions/" + i3+"/include",schemaPath:"#/properties/suppressions/items/properties/include/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
const len4 = data32.length;
for(let i4=0; i4<len4; i4++){
let data33 = data32[i4];
if(typeof data33 === "string"){
if(!pattern0.test(data33)){
const err43 = {instancePath:instancePath+"/suppressions/" + i3+"/include/" + i4,schemaPath:"#/properties/suppressions/items/properties/include/items/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\""};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
else {
const err44 = {instancePath:instancePath+"/suppressions/" + i3+"/include/" + i4,schemaPath:"#/properties/suppressions/items/properties/include/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
}
else {
const err45 = {instancePath:instancePath+"/suppressions/" + i3+"/include",schemaPath:"#/properties/suppressions/items/properties/include/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
if(data30.reason !== undefined){
if(typeof data30.reason !== "string"){
const err46 = {instancePath:instancePath+"/suppressions/" + i3+"/reason",schemaPath:"#/properties/suppressions/items/properties/reason/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
}
else {
const err47 = {instancePath:instancePath+"/suppressions/" + i3,schemaPath:"#/properties/suppressions/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
}
else {
const err48 = {instancePath:instancePath+"/suppressions",schemaPath:"#/properties/suppressions/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
if(data.cilium !== undefined){
let data35 = data.cilium;
if(data35 && typeof data35 == "object" && !Array.isArray(data35)){
for(const key4 in data35){
if(!(key4 === "version")){
const err49 = {instancePath:instancePath+"/cilium",schemaPath:"#/properties/cilium/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
if(data35.version !== undefined){
let data36 = data35.version;
if(typeof data36 === "string"){
if(!pattern0.test(data36)){
const err50 = {instancePath:instancePath+"/cilium/version",schemaPath:"#/properties/cilium/properties/version/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\""};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
else {
const err51 = {instancePath:instancePath+"/cilium/version",schemaPath:"#/properties/cilium/properties/version/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
}
}
else {
const err52 = {instancePath:instancePath+"/cilium",schemaPath:"#/properties/cilium/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
}
if(data.kernel !== undefined){
let data37 = data.kernel;
if(typeof data37 === "string"){
if(!pattern5.test(data37)){
const err53 = {instancePath:instancePath+"/kernel",schemaPath:"#/properties/kernel/pattern",keyword:"pattern",params:{pattern: "^[0-9]+\\.[0-9]+(\\.[0-9]+)?$"},message:"must match pattern \""+"^[0-9]+\\.[0-9]+(\\.[0-9]+)?$"+"\""};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
}
else {
const err54 = {instancePath:instancePath+"/kernel",schemaPath:"#/properties/kernel/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
}
}
else {
const err55 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
validate10.errors = vErrors;
return errors === 0;
}
